import { inCheckout } from "./lib/load.mjs";

await inCheckout("./diff.ts");
