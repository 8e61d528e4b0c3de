import { spawnSync } from "node:child_process";
import { seedOnce } from "./server";

/** Builds and seeds once, before several portals start on the same build and copies of the same data. */
export default async function prepareOnce() {
  const run = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", "inherit", "inherit"] });
  if (run.status !== 0) throw new Error("The portal could not be built.");
  return seedOnce();
}
