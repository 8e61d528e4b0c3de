import { run } from "./lib/load.mjs";

await run("./test.ts");
