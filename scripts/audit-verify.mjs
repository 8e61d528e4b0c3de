import { inRelease } from "./lib/releases.mjs";

await inRelease("./audit-verify.ts");
