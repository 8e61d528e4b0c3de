import { run } from "./lib/load.mjs";

await run("./audit-verify.ts");
