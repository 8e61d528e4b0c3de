import { run } from "../scripts/lib/load.mjs";

await run("../../bench/save-entry.ts");
