import { run } from "./lib/load.mjs";

await run("./lighthouse.ts");
