import { inCheckout } from "./lib/load.mjs";

await inCheckout("./weight.ts");
