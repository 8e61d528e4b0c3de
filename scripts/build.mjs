import { readEnvironment, telling } from "./lib/load.mjs";
import { ensureRelease } from "./lib/releases.mjs";

/** Installs and builds ahead of the start. */
await telling(async () => {
  readEnvironment();
  await ensureRelease();
});
