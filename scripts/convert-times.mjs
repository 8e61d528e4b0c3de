import { run } from "./lib/load.mjs";

await run("./convert-times.ts");
