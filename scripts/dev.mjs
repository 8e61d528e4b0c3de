import { inCheckout } from "./lib/load.mjs";

await inCheckout("./start.ts", ["--dev", ...process.argv.slice(2)]);
