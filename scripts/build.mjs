import { run } from "./lib/load.mjs";

await run("./build-only.ts");
