import { expect, test } from "vitest";
import { sealEntries, verifyChain } from "@/lib/core/seal";
import { system } from "@/lib/core/system";
import { verifyClinics } from "@/scripts/lib/audit-verify";
import { makeBusyClinic } from "../support/admin";
import { asRole, asSuperuser, urlOf } from "../support/database";

const seal = (clinicId: string) => system("worker", (db) => sealEntries(db, clinicId));
const verify = (clinicId: string) => system("worker", (db) => verifyChain(db, clinicId));

/** As somebody with full power over the database would do it, past every lock. */
const tamper = (sql: string, values: unknown[]) =>
  asSuperuser(async (client) => {
    await client.query("set session_replication_role = replica");
    const { rowCount } = await client.query(sql, values);
    expect(rowCount).toBe(1);
  });

const linkAt = (clinicId: string, number: number) =>
  system("worker", (db) => db.auditLink.findFirstOrThrow({ where: { clinicId, number } }));

async function makeSealed() {
  const clinic = await makeBusyClinic();
  const sealed = await seal(clinic.clinicId);
  return { ...clinic, sealed };
}

test("every entry is sealed once, in order, and the chain holds", async () => {
  const { clinicId, sealed } = await makeSealed();
  expect(sealed).toBeGreaterThanOrEqual(2);
  expect(await seal(clinicId)).toBe(0);
  expect(await verify(clinicId)).toEqual({ checked: sealed });
});

test("two sealers at once make one chain", async () => {
  const { clinicId } = await makeBusyClinic();
  await Promise.allSettled([seal(clinicId), seal(clinicId)]);
  while ((await seal(clinicId)) > 0);
  expect((await verify(clinicId)).broken).toBeUndefined();
});

test("an entry that was altered by hand is found", async () => {
  const { clinicId } = await makeSealed();
  const { entryId } = await linkAt(clinicId, 2);
  await tamper(`update "AuditEntry" set "verb" = 'clinic.edit' where "id" = $1`, [entryId]);
  expect(await verify(clinicId)).toEqual({ checked: 1, broken: { number: 2n, entryId, why: "changed" } });
});

test("an entry that was deleted is found, with or without its seal", async () => {
  const { clinicId } = await makeSealed();
  const { entryId } = await linkAt(clinicId, 1);
  await tamper(`delete from "AuditEntry" where "id" = $1`, [entryId]);
  expect((await verify(clinicId)).broken).toMatchObject({ number: 1n, why: "missing" });
  await tamper(`delete from "AuditLink" where "entryId" = $1`, [entryId]);
  expect((await verify(clinicId)).broken).toMatchObject({ number: 2n, why: "gap" });
});

test("neither the application nor the auditor can alter the log or its seals", async () => {
  const { admin, clinicId } = await makeSealed();
  const { entryId } = await linkAt(clinicId, 1);
  for (const role of ["portal_app", "portal_auditor", "portal_worker", "portal_accounts"] as const)
    await asRole(role, async (sql) => {
      if (role === "portal_app") await sql.query("select from enter($1, false)", [admin.handleHash]);
      for (const table of ["AuditEntry", "AuditLink"]) {
        const key = table === "AuditEntry" ? "id" : "entryId";
        await expect(sql.query(`delete from "${table}" where "${key}" = $1`, [entryId]), role).rejects.toThrow();
        await expect(sql.query(`update "${table}" set "${key}" = "${key}"`), role).rejects.toThrow();
      }
    });
});

test("the auditor's command names the first broken link and its clinic", async () => {
  const { clinicId } = await makeSealed();
  const whole = await verifyClinics(urlOf("portal_auditor"));
  expect(whole.find((line) => line.clinicId === clinicId)).toMatchObject({ broken: undefined, waiting: 0 });
  const { entryId } = await linkAt(clinicId, 2);
  await tamper(`update "AuditEntry" set "at" = "at" - interval '1 day' where "id" = $1`, [entryId]);
  const after = await verifyClinics(urlOf("portal_auditor"));
  expect(after.find((line) => line.clinicId === clinicId)?.broken).toMatchObject({ number: 2n, entryId });
});
