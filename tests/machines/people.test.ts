import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { cloneCheckout, folder, ordinary } from "./support/clone";
import { refuses, serves } from "./support/machine";

/** Starts in a shell, after some words of it. */
const after = (words: string) => ["sh", "-c", `${words}; exec "$0" scripts/start.mjs "$@"`, process.execPath];

serves("a service user whose home is not there", { env: { HOME: "/nonexistent" } });
serves("an environment without PATH and HOME, and no terminal", {
  env: { PATH: undefined, HOME: undefined },
  command: ["/usr/bin/setsid", "--wait", process.execPath, "scripts/start.mjs"],
});
serves("umask 077", { command: after("umask 077") });

describe.skipIf(!ordinary)("with a root who owns things", () => {
  const { dir, remove } = folder("people", { uid: 0, gid: 0 });
  const roots = path.join(dir, "threshold");
  const bare = path.join(dir, "bare");
  const dataDir = path.join(dir, "data");

  beforeAll(() => {
    cloneCheckout(roots, { person: { uid: 0, gid: 0 }, packages: false });
    cloneCheckout(bare, { person: { uid: 0, gid: 0 }, packages: false });
    execFileSync("cp", ["-al", path.join(inject("checkout"), ".releases"), roots]);
    execFileSync("find", [roots, "-type", "d", "-exec", "chown", "0:0", "{}", "+"]);
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o755);
  });
  afterAll(remove);

  serves("root, under umask 077", { as: "root", command: after("umask 077") });
  serves("a checkout of root's, built ahead, started by another", { checkout: roots });
  serves("a checkout on a disk that is read-only", {
    checkout: roots,
    as: "root",
    command: [
      ...["unshare", "--mount", "sh", "-c"],
      `mount --bind "$PWD" "$PWD" && mount -o remount,ro,bind "$PWD" && cd "$PWD" && chown 65534 "$HOME" &&
       exec setpriv --reuid=65534 --regid=65534 --clear-groups "$0" scripts/start.mjs "$@"`,
      process.execPath,
    ],
  });
  refuses(
    "a checkout of root's, not built, started by another",
    { checkout: bare },
    /may not write into .*npm run build.*chown -R nobody/s,
  );
  refuses("a data folder that root made", { dataDir }, /The user nobody may not use .*sudo chown -R nobody/);
});
