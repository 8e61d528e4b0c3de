import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { cloneCheckout, folder, ordinary, own } from "./support/clone";
import { serves } from "./support/machine";
import type { Running } from "./support/portal";

/*
 * One clinic, whose checkout and data go through all of this one after the other. `change` is what an update brings, and
 * `goBack` checks out the version that was there first.
 */
const { dir, remove } = folder("upgrades");
const checkout = path.join(dir, "threshold");
const dataDir = path.join(dir, "data");
const clinic = (env = {}) => ({ checkout, dataDir, env, patience: 900_000 });

beforeAll(() => {
  cloneCheckout(checkout, { packages: false });
  execFileSync("cp", ["-al", path.join(inject("checkout"), ".releases"), checkout]);
});
afterAll(remove);

function change(file: string, text: string) {
  const whole = path.join(checkout, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  if (ordinary) own(path.join(checkout, file.split("/")[0] as string), ordinary);
}

const goBack = () =>
  execFileSync("sh", ["-c", "git -c safe.directory='*' checkout --quiet . && git -c safe.directory='*' clean -fdq"], {
    cwd: checkout,
  });

const nameNow = () => readFileSync(path.join(dataDir, "release"), "utf8");
const says = (words: RegExp) => async (portal: Running) => {
  expect(portal.said()).toMatch(words);
  return portal.said().match(/.+(\n.+)*version that served last.*/)?.[0];
};
const migration = "prisma/migrations/29990101000000_later/migration.sql";

let first: string;
serves("a clinic before any update", () => ({
  ...clinic(),
  look: async () => {
    first = nameNow();
  },
}));

serves("an update while the registry of packages is away", () => {
  const lock = readFileSync(path.join(checkout, "package-lock.json"), "utf8");
  change("package-lock.json", lock.replace(/("node_modules\/zod": \{\s*"version": ")[\d.]+/, "$14.0.0"));
  return {
    ...clinic({ npm_config_registry: "http://127.0.0.1:9/" }),
    look: says(/registry of packages does not answer.*version that served last/s),
  };
});

serves("an update that cannot be built", () => {
  goBack();
  change("app/broken/page.tsx", "export default function Broken( {");
  return { ...clinic(), look: says(/could not be built.*version that served last/s) };
});

serves("an update whose migration fails", () => {
  goBack();
  change(migration, "select 1 / 0;");
  return { ...clinic(), look: says(/could not be migrated.*division by zero.*version that served last/s) };
});

serves("an update without a migration", () => {
  goBack();
  change("lib/core/later.ts", "export const later = true;");
  return {
    ...clinic(),
    look: async () => {
      expect(nameNow()).not.toBe(first);
    },
  };
});

serves("back from there to the version before, while the registry is away", () => {
  goBack();
  return {
    ...clinic({ npm_config_registry: "http://127.0.0.1:9/" }),
    look: async () => {
      expect(nameNow()).toBe(first);
    },
  };
});

serves("an update with a migration", () => {
  change(
    migration,
    'create table "Later" (); alter table "Later" enable row level security, force row level security;',
  );
  return {
    ...clinic(),
    look: async () => {
      expect(nameNow()).not.toBe(first);
    },
  };
});

serves("back from there to the version before, which may not open this data", () => {
  goBack();
  return { ...clinic(), look: says(/opened by a newer version.*version that served last/s) };
});

serves("the newer version again, without the release that served last", () => {
  change(
    migration,
    'create table "Later" (); alter table "Later" enable row level security, force row level security;',
  );
  rmSync(path.join(checkout, ".releases", nameNow()), { recursive: true });
  return clinic();
});
