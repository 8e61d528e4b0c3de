import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export type Person = { uid: number; gid: number };

/** Who runs portals here: an ordinary user, also when the tests are run by root. */
export const ordinary: Person | undefined = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** A folder that goes with its test and belongs to an ordinary user. */
export function folder(name: string, person = ordinary) {
  const dir = mkdtempSync(path.join(tmpdir(), `threshold-machine-${name}-`));
  chmodSync(dir, 0o755);
  if (person) own(dir, person);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }) };
}

/** A fresh clone of what is committed here. Its packages are those of this checkout, unless they are to be installed. */
export function cloneCheckout(dir: string, { person = ordinary, packages = true } = {}) {
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", ".", dir]);
  if (packages) sharePackages(path.join(dir, "node_modules"));
  if (person) own(dir, person);
  return dir;
}

/** The files are the same ones where that goes, the folders are the clone's own. */
function sharePackages(target: string) {
  if (spawnSync("cp", ["-al", "node_modules", target]).status !== 0) {
    rmSync(target, { recursive: true, force: true });
    execFileSync("cp", ["-a", "--reflink=auto", "node_modules", target]);
  }
  rmSync(path.join(target, ".cache"), { recursive: true, force: true });
}

/** Gives a folder away, but not the packages' files, which this checkout shares. */
export function own(dir: string, { uid, gid }: Person) {
  const packages = path.join(dir, "node_modules");
  const keep = existsSync(packages) ? ["-path", packages, "-prune", "-o"] : [];
  execFileSync("find", [dir, ...keep, "-exec", "chown", "-h", `${uid}:${gid}`, "{}", "+"]);
  if (keep.length) execFileSync("find", [packages, "-type", "d", "-exec", "chown", `${uid}:${gid}`, "{}", "+"]);
}
