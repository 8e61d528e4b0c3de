import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isBuilt } from "@/scripts/lib/build.mjs";
import { copyFiles, linkFolder } from "@/scripts/lib/copy.mjs";
import { hasPackages } from "@/scripts/lib/packages.mjs";
import { requireFreePort } from "@/scripts/lib/port.mjs";
import { Stop } from "@/scripts/lib/stop";
import { quoted, stop, wordsFor } from "@/scripts/lib/tell.mjs";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "threshold-starting-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(file: string, content: unknown, mode?: number) {
  const whole = path.join(dir, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, typeof content === "string" ? content : JSON.stringify(content), { mode });
}

describe("what the terminal says", () => {
  const failing = (code: string) =>
    wordsFor(Object.assign(new Error(`${code}: no`), { code, path: path.join(dir, "a b") }));

  test("an expected reason is said as it is", () => {
    expect(wordsFor(new Stop("Do this."))).toBe("Do this.");
    expect(wordsFor(stop("Do that."))).toBe("Do that.");
  });
  test("who may not use a file is told the command that helps, for the data as a whole", () => {
    expect(failing("EACCES")).toMatch(/may not use .*a b\. Let the folder be theirs: {2}sudo chown -R \S+ /);
    const before = process.env.DATA_DIR;
    process.env.DATA_DIR = dir;
    expect(failing("EACCES").endsWith(` ${dir}`)).toBe(true);
    if (before === undefined) delete process.env.DATA_DIR;
    else process.env.DATA_DIR = before;
  });
  test.each([
    ["EROFS", "read-only"],
    ["ENOSPC", "The disk is full"],
  ])("%s is said in words", (code, words) => {
    expect(failing(code)).toContain(words);
  });
  test("what nobody foresaw is said without a stack", () => {
    expect(wordsFor(new TypeError("x is not a function"))).not.toMatch(/^\s+at /m);
  });
  test("a path is written as a shell reads it", () => {
    expect(quoted("/srv/threshold")).toBe("/srv/threshold");
    expect(quoted("/srv/Köhler's")).toBe("'/srv/Köhler'\\''s'");
  });
  test("a port that is taken is said with another one", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    const { port } = server.address() as { port: number };
    await expect(requireFreePort(port, "localhost")).rejects.toThrow(`PORT=${port + 1} npm start`);
    server.close();
  });
});

describe("whether packages are there", () => {
  const zod = { version: "4.0.0" };
  const vitest = { version: "4.1.0", dev: true };
  const swc = { version: "1.0.0", optional: true, os: [process.platform], cpu: [process.arch] };
  const lock = (packages: object) => write("package-lock.json", { packages: { "": {}, ...packages } });
  const installed = (packages: object) => write("node_modules/.package-lock.json", { packages });

  test("all that run are enough to run, and not to test", () => {
    lock({ zod, vitest, swc });
    installed({ zod });
    expect(hasPackages(dir)).toBe(true);
    expect(hasPackages(dir, { testing: true })).toBe(false);
  });
  test.each([
    ["an older one", { zod: { version: "3.9.9" } }],
    ["one too many", { zod, other: { version: "1.0.0" } }],
    ["one of another system", { zod, swc: { ...swc, os: ["sunos"] } }],
    ["none", {}],
  ])("%s is not what the lockfile asks for", (_, there) => {
    lock({ zod, swc });
    installed(there);
    expect(hasPackages(dir)).toBe(false);
  });
  test("an interrupted install is none", () => {
    lock({ zod });
    mkdirSync(path.join(dir, "node_modules/zod"), { recursive: true });
    expect(hasPackages(dir)).toBe(false);
  });
});

describe("whether it is built", () => {
  const name = "abc";
  beforeEach(() => {
    write(".next/BUILD_ID", name);
    write(".next/server/pages.json", {});
    write(".next/required-server-files.json", { files: [".next/BUILD_ID", ".next/server/pages.json"] });
  });
  test("with all that Next needs it is", () => expect(isBuilt(dir, name)).toBe(true));
  test("under another name it is not", () => expect(isBuilt(dir)).toBe(false));
  test.each([".next/BUILD_ID", ".next/server/pages.json", ".next/required-server-files.json"])(
    "without %s it is not",
    (file) => {
      rmSync(path.join(dir, file));
      expect(isBuilt(dir, name)).toBe(false);
    },
  );
});

test("what a release holds is everybody's to read, and packages for tests stay behind", () => {
  write("from/app/page.tsx", "1", 0o600);
  copyFiles(path.join(dir, "from"), path.join(dir, "to"), ["app/page.tsx"]);
  expect(statSync(path.join(dir, "to/app/page.tsx")).mode & 0o777).toBe(0o644);

  write("packages/pg/index.js", "1", 0o700);
  write("packages/vitest/index.js", "1");
  linkFolder(path.join(dir, "packages"), path.join(dir, "linked"), (file: string) => file.endsWith("vitest"));
  expect(statSync(path.join(dir, "linked/pg/index.js")).mode & 0o777).toBe(0o755);
  expect(existsSync(path.join(dir, "linked/vitest"))).toBe(false);
});
