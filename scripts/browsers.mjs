import { inCheckout } from "./lib/load.mjs";

await inCheckout("./browsers.ts");
