import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { cloneCheckout, folder, ordinary, own } from "./support/clone";
import { refuses, serves } from "./support/machine";

const { dir, remove } = folder("folders");
const odd = path.join(dir, "Praxis für K & Söhne's 100% (a=b), %20 'ñ'");
const long = path.join(dir, ...Array.from({ length: 12 }, () => "a-folder-with-a-long-name"));
const link = path.join(dir, "link");

/** Somewhere else, with the packages and the build of the common checkout. */
function place(checkout: string) {
  cloneCheckout(checkout, { packages: false });
  execFileSync("cp", ["-al", path.join(inject("checkout"), ".releases"), checkout]);
}

beforeAll(() => {
  place(odd);
  mkdirSync(path.dirname(long), { recursive: true });
  place(long);
  symlinkSync(odd, link);
  if (ordinary) own(dir, ordinary);
});
afterAll(remove);

serves("a folder with letters of every kind, and its data in it", { checkout: odd, dataDir: path.join(odd, ".data") });
serves("a folder with a very long name, and its data in it", { checkout: long, dataDir: path.join(long, ".data") });
serves("a folder that a link leads to", () => ({ checkout: link, dataDir: path.join(link, "data") }));
for (const letter of ["?", "#", '"', "$", "`", "\\"])
  refuses(
    `a folder with a ${letter} in its name`,
    () => ({ checkout: cloneCheckout(path.join(dir, `why${letter}`), { packages: false }) }),
    `has a ${letter} in its name`,
  );
serves("TMPDIR elsewhere", () => {
  mkdirSync(path.join(odd, "tmp"));
  if (ordinary) own(odd, ordinary);
  return { env: { TMPDIR: path.join(odd, "tmp") } };
});
refuses(
  "a TMPDIR that is not there",
  { env: { TMPDIR: "/nonexistent/tmp" } },
  /cannot write into \/nonexistent\/tmp.* Set TMPDIR/,
);
serves("a folder with letters of every kind, built there", () => {
  execFileSync("rm", ["-r", path.join(odd, ".releases")]);
  return { checkout: odd, patience: 900_000 };
});
