import { inRelease } from "./lib/releases.mjs";

await inRelease("./convert-times.ts");
