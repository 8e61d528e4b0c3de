import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listSources, nameSources } from "@/scripts/lib/sources.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "threshold-sources-"));
  for (const folder of ["app", "tests", ".data", "prisma/generated"])
    mkdirSync(path.join(root, folder), { recursive: true });
  for (const file of ["package.json", "app/page.tsx", "portal.log", ".env", "tests/a.test.ts", ".data/secrets.json"])
    write(file);
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string, text = "1") => writeFileSync(path.join(root, file), text);
const name = () => nameSources(root, listSources(root));

test("code is what the portal is made of; data, secrets, logs, tests and links are not", () => {
  write("prisma/generated/client.ts");
  symlinkSync(root, path.join(root, "app/again"));
  expect(listSources(root)).toEqual(["app/page.tsx", "package.json"]);
});

test("data that somebody keeps beside the code is not code", () => {
  mkdirSync(path.join(root, "data"));
  write("data/secrets.json");
  expect(listSources(root, [path.join(root, "data")])).toEqual(["app/page.tsx", "package.json"]);
});

test.each(["app/page.tsx", "app/new.css", "package.json", "newly.ts"])(
  "whoever changes %s gets another build",
  (file) => {
    const before = name();
    write(file, "2");
    expect(name()).not.toBe(before);
  },
);

test.each(["portal.log", ".env", "tests/a.test.ts"])("whoever changes %s keeps the build", (file) => {
  const before = name();
  write(file, "2");
  expect(name()).toBe(before);
});

test("every file of this project that a portal could need is among its sources", () => {
  const ours = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
    .trim()
    .split("\n");
  const needless = /^(tests|e2e|bench|docs)\/|^\.(ci|gitignore|env)|^[^/]*\.md$/;
  expect(listSources(process.cwd())).toEqual(expect.arrayContaining(ours.filter((file) => !needless.test(file))));
});
