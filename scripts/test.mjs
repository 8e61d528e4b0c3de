import { inCheckout } from "./lib/load.mjs";

await inCheckout("./test.ts");
