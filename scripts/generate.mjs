import { run } from "./lib/load.mjs";

await run("./generate.ts");
