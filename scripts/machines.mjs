import { inCheckout } from "./lib/load.mjs";

await inCheckout("./machines.ts");
