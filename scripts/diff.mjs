import { run } from "./lib/load.mjs";

await run("./diff.ts");
