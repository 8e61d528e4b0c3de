import { inRelease } from "./lib/releases.mjs";

await inRelease("./migrate.ts");
