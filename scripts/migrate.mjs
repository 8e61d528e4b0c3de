import { run } from "./lib/load.mjs";

await run("./migrate.ts");
