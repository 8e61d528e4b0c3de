import { run } from "./lib/load.mjs";

await run("./machines.ts");
