import { inCheckout } from "../scripts/lib/load.mjs";

await inCheckout("../../bench/rooms.ts");
