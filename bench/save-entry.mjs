import { inCheckout } from "../scripts/lib/load.mjs";

await inCheckout("../../bench/save-entry.ts");
