import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { demoPassword } from "@/e2e/support/server";
import { connected } from "../support/cluster";
import { folder } from "./support/clone";
import { embeddedAddress, expectRight, refuses, row, serves } from "./support/machine";
import { command, type Running, startOn } from "./support/portal";
import { type Server, secrets, startServer } from "./support/postgres";
import { Visitor } from "./support/visitor";

for (const TZ of ["Europe/Vienna", "America/New_York", "Asia/Kolkata"]) serves(`a machine in ${TZ}`, { env: { TZ } });

for (const [TZ, zone] of [
  ["Europe/Vienna", "America/New_York"],
  ["Asia/Kolkata", "Europe/Vienna"],
  ["America/New_York", "Asia/Kolkata"],
] as const)
  serves(`a machine in ${TZ}, its Postgres in ${zone}`, async () => {
    const server = await startServer(16, { settings: () => [`timezone=${zone}`] });
    return { env: { TZ, DATABASE_URL: server.url(), ...secrets }, owner: server.url(), after: server.stop };
  });

describe("a machine in Vienna, in the night when the clocks change", () => {
  const kept = folder("clocks");
  const clock = folder("faketime");
  let library: string;
  beforeAll(async () => {
    library = unpackClock(clock.dir);
    const first = await startOn({ checkout: inject("checkout"), dataDir: path.join(kept.dir, "data") });
    await first.stop();
  });
  afterAll(() => {
    kept.remove();
    clock.remove();
  });

  for (const [which, change] of [
    ["an hour that comes twice", Date.parse("2027-10-31T01:00:00Z")],
    ["an hour that is left out", Date.parse("2028-03-26T01:00:00Z")],
  ] as const)
    row(`a machine in Vienna, while the clocks change: ${which}`, async () => {
      const ahead = Math.round((change - Date.now()) / 1_000) - 60;
      const env = {
        TZ: "Europe/Vienna",
        LD_PRELOAD: library,
        FAKETIME: `+${ahead}`,
        FAKETIME_DONT_FAKE_MONOTONIC: "1",
      };
      const portal = await startOn({ checkout: inject("checkout"), dataDir: path.join(kept.dir, "data"), env });
      try {
        await acrossTheChange(portal, change);
        await expectRight(portal);
      } finally {
        await portal.stop();
      }
      return "served rightly";
    });
});

/** Somebody signs in before and somebody after; the first is still signed in, and between them lies what really passed. */
async function acrossTheChange(portal: Running, change: number) {
  const database = await embeddedAddress(portal.dataDir);
  const ask = <T>(text: string) => connected(database, async (sql) => (await sql.query(text)).rows[0] as T);
  const now = async () => Number((await ask<{ at: string }>("select extract(epoch from now()) * 1000 as at")).at);
  const before = await new Visitor(portal.origin).signIn("therapist@demo.test", demoPassword);
  expect(await now(), "it was ready too late to see the change").toBeLessThan(change);
  const first = Date.now();
  while ((await now()) < change + 2_000) await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await before.get("/therapist/patients")).toMatchObject({ status: 200, path: "/therapist/patients" });
  await new Visitor(portal.origin).signIn("therapist2@demo.test", demoPassword);
  const { seconds } = await ask<{ seconds: number }>(
    `select extract(epoch from max("createdAt") - min("createdAt"))::float8 as seconds from (select * from "SignIn" order by "createdAt" desc limit 2) s`,
  );
  expect(Math.abs(seconds - (Date.now() - first) / 1_000)).toBeLessThan(20);
}

/** Debian's faketime, unpacked. */
function unpackClock(dir: string): string {
  execFileSync("apt-get", ["download", "-qq", "libfaketime"], { cwd: dir, stdio: ["ignore", "inherit", "ignore"] });
  for (const file of readdirSync(dir)) execFileSync("dpkg", ["-x", path.join(dir, file), dir]);
  return execFileSync("find", [dir, "-name", "libfaketimeMT.so.1"], { encoding: "utf8" }).trim();
}

describe("a clinic whose moments were stored in New York by an earlier version", () => {
  let server: Server;
  const on = () => ({ env: { DATABASE_URL: server.url(), ...secrets }, owner: server.url(), demo: false });
  beforeAll(async () => {
    server = await startServer(16, { settings: () => ["timezone=America/New_York"] });
    command(inject("checkout"), ["migrate"], on().env);
    await server.sql((sql) => sql.query("drop database threshold"));
    await server.sql((sql) => sql.query("create database threshold"));
    const script = gunzipSync(readFileSync("tests/upgrades/room-new-york.sql.gz")).toString();
    await server.sql((sql) => sql.query(script.replace(/^\\.*$/gm, "")), "threshold");
  });
  afterAll(() => server?.stop());

  refuses("a clinic whose moments were stored hours off, in New York", on, "npm run convert-times");
  row("npm run convert-times shows what it would change, and npm run convert-times -- --write does it", async () => {
    expect(command(inject("checkout"), ["convert-times"], on().env)).toContain("Nothing was changed.");
    return command(inject("checkout"), ["convert-times", "--write"], on().env).split("\n").at(-1) ?? "";
  });
  serves("the same clinic after that", on);
});
