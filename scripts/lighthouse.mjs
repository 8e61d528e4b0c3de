import { inCheckout } from "./lib/load.mjs";

await inCheckout("./lighthouse.ts");
