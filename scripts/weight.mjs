import { run } from "./lib/load.mjs";

await run("./weight.ts");
