import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What is made here, and what a portal that runs has no use for. */
const outside = new Set([
  "node_modules",
  "prisma/generated",
  "test-results",
  "next-env.d.ts",
  "tests",
  "e2e",
  "bench",
  "docs",
]);

/** A log or a dump that somebody put beside the code is not code. */
const isCode = (name) => /\.(ts|tsx|mjs|js|json|css)$/.test(name) || name === ".npmrc";

/**
 * All files that the portal is made of, sorted: everything in its folder but what is named above, what is hidden (data, keys and
 * settings are), links, and the folders and files in `data`.
 */
export function listSources(root, data = []) {
  const left = new Set([...outside].map((name) => path.join(root, name)).concat(data));
  const isLeft = (entry, file) =>
    left.has(path.join(root, file)) || (entry.isDirectory() ? entry.name.startsWith(".") : !entry.isFile());
  const walk = (folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (isLeft(entry, file) || (folder === "" && entry.isFile() && !isCode(entry.name))) return [];
      return entry.isDirectory() ? walk(file) : [file];
    });
  return walk("").sort();
}

/** Names these sources with this Node: its interface to native code, and the system. The lockfile is among the sources. */
export function nameSources(root, files) {
  const hash = createHash("sha256").update([process.versions.modules, process.platform, process.arch].join());
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
