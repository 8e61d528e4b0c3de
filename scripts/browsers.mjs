import { run } from "./lib/load.mjs";

await run("./browsers.ts");
