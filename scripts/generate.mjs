import { inCheckout } from "./lib/load.mjs";

await inCheckout("./generate.ts");
