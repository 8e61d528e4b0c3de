import { rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { listReleases } from "./releases.mjs";

/** This one, the one before, and one to go back to. */
const kept = 3;

/** Keeps that this release serves its data well. Only now do older ones go. Where the user may not write, they stay. */
export function keepRelease(dataDir: string) {
  const release = process.cwd();
  writeFileSync(path.join(dataDir, "release"), path.basename(release));
  try {
    const now = new Date();
    utimesSync(release, now, now);
    for (const old of listReleases(path.dirname(release)).slice(kept)) rmSync(old, { recursive: true, force: true });
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
