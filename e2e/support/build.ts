import { spawnSync } from "node:child_process";

/** Builds once, before several portals start on the same build. */
export default function buildOnce() {
  const run = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", "inherit", "inherit"] });
  if (run.status !== 0) throw new Error("The portal could not be built.");
}
