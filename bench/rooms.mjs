import { run } from "../scripts/lib/load.mjs";

await run("../../bench/rooms.ts");
