import { beforeAll, describe, expect, test } from "vitest";
import { signIn } from "@/lib/accounts/signIns/commands";
import { findSignedIn } from "@/lib/core/auth";
import { read } from "@/lib/core/db";
import { closeClients } from "@/lib/core/prisma";
import { findEntry } from "@/lib/journal/queries";
import { verifyClinics } from "@/scripts/lib/audit-verify";
import { migrate } from "@/scripts/lib/migrations";
import { proveOpen, proveWalls } from "@/scripts/lib/prove";
import { asOwner } from "@/scripts/lib/roles";
import { convertTimes, findShiftIn, proveTimes } from "@/scripts/lib/times";
import { asAdmin, asSuperuser } from "../support/database";
import { describeDatabase } from "../support/describe";
import { visit } from "../support/letters";
import { restore, sumUp } from "../support/upgrades";

const password = "let us look around together";

/** What a migration changed on purpose: lines that were shared with their note are shared one by one since. */
const changed: Record<string, string[]> = { house: ["Share"], room: [] };

const emails = (name: string) =>
  asAdmin(name, async (sql) =>
    (await sql.query('select "email" from "Account"')).rows.map((row) => row.email as string),
  );

describe.each(["house", "room"])("from the version `%s`", (dump) => {
  let kept: Awaited<ReturnType<typeof restore>>;
  let before: Awaited<ReturnType<typeof sumUp>>;

  beforeAll(async () => {
    kept = await restore(dump);
    before = await asAdmin(kept.name, (sql) => sumUp(sql));
    await migrate(kept);
    await proveTimes(kept.database);
  });

  test("every session, note, entry and all the rest are what they were", async () => {
    const [sums] = await asAdmin(kept.name, (sql) => sumUp(sql, before[1]));
    expect(before[0].Session?.rows).toBeGreaterThan(3);
    expect(before[0].Note?.rows).toBeGreaterThan(1);
    for (const table of changed[dump] ?? []) delete sums[table];
    expect(before[0]).toMatchObject(sums);
  });

  test("its tables and walls are those of a fresh database, and an instance that only serves may open it", async () => {
    const upgraded = await asAdmin(kept.name, describeDatabase);
    expect(upgraded.length).toBeGreaterThan(100);
    expect(upgraded).toEqual(await asSuperuser(describeDatabase));
    await proveWalls(kept.database);
    await proveOpen(kept.database);
  });

  test("everybody signs in, and the seals on the audit log hold", async () => {
    const all = await emails(kept.name);
    expect(all.length).toBeGreaterThan(5);
    for (const email of all) {
      const { handle } = await signIn({ email, password }, visit());
      expect(await findSignedIn(handle)).not.toBeNull();
    }
    const verdicts = await verifyClinics(kept.database.as("portal_auditor"));
    expect(verdicts.map(({ broken }) => broken)).toEqual([undefined]);
    await closeClients();
  });
});

describe("from a machine in New York, whose times were stored hours off", () => {
  let kept: Awaited<ReturnType<typeof restore>>;
  const zone = "America/New_York";
  const newestEntry = async () =>
    asAdmin(kept.name, async (sql) => (await sql.query('select max("at") as at from "AuditEntry"')).rows[0].at as Date);
  const ownerUrl = () => kept.database.as("portal_migrate");

  beforeAll(async () => {
    kept = await restore("room-new-york");
    await migrate(kept);
  });

  test("the start finds it, serves nothing and names the command", async () => {
    await expect(proveTimes(kept.database)).rejects.toThrow(/shifted by some hours .* npm run convert-times/s);
    await expect(proveOpen(kept.database)).rejects.toThrow("not prepared for this version");
    expect(await findShiftIn(kept.database)).toEqual({
      zone: undefined,
      evidence: "it began 5 hours after its own start",
    });
  });

  test("showing what would change changes nothing", async () => {
    const [before] = await asAdmin(kept.name, (sql) => sumUp(sql));
    const moved = await asOwner(ownerUrl(), async (owner) => {
      await owner.query("begin");
      const all = await convertTimes(owner, zone);
      await owner.query("rollback");
      return all;
    });
    const entries = moved.find(({ table }) => table === "AuditEntry");
    expect((entries?.newest.getTime() ?? 0) - (entries?.becomes.getTime() ?? 0)).toBe(5 * 3_600_000);
    expect(moved.map(({ table }) => table)).toEqual(
      expect.arrayContaining(["Session", "Note", "Entry", "CompanionLine"]),
    );
    expect((await asAdmin(kept.name, (sql) => sumUp(sql)))[0]).toEqual(before);
  });

  test("put right, the seals hold again, summer and winter alike, and everybody signs in", async () => {
    const asStored = await newestEntry();
    const broken = async () =>
      (await verifyClinics(kept.database.as("portal_auditor"))).map((verdict) => verdict.broken?.why);
    expect(await broken()).toEqual(["changed"]);
    await asOwner(ownerUrl(), async (owner) => {
      await owner.query("begin");
      await convertTimes(owner, zone);
      await owner.query("commit");
    });
    await proveTimes(kept.database);
    await proveOpen(kept.database);
    expect(await broken()).toEqual([undefined]);
    expect(asStored.getTime() - (await newestEntry()).getTime()).toBe(5 * 3_600_000);
    for (const email of await emails(kept.name)) await signIn({ email, password }, visit());

    const triggers = await asAdmin(kept.name, (sql) => sql.query("select from pg_trigger where tgenabled = 'D'"));
    expect(triggers.rowCount).toBe(0);
  });

  test("what was sealed is read as before", async () => {
    const { handle } = await signIn({ email: "patient@demo.test", password }, visit());
    const actor = await findSignedIn(handle);
    const entries = await asAdmin(kept.name, (sql) =>
      sql.query(`select "id" from "Entry" where "patientId" = $1 and "sealedUntil" is null limit 3`, [actor?.personId]),
    );
    for (const { id } of entries.rows) {
      const entry = await read({ handleHash: actor?.handleHash ?? "" }, (db) => findEntry(db, id));
      expect(entry?.text.length).toBeGreaterThan(5);
    }
    await closeClients();
  });
});

test("data that a newer version has changed is refused by an older one, in words", async () => {
  const kept = await restore("room");
  await migrate(kept);
  await asAdmin(kept.name, async (sql) => {
    await sql.query(`insert into "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at)
      values ('newer', '', '29990101000000_newer', now(), now())`);
    await sql.query(`update "Installation" set "opensFrom" = '9.1.0'`);
  });
  const words = /opened by a newer version of the portal, and needs 9\.1\.0 or a later one.*git/s;
  await expect(migrate(kept)).rejects.toThrow(words);
  await expect(proveOpen(kept.database)).rejects.toThrow(words);
});
