import { run } from "./lib/load.mjs";

await run("./start.ts");
