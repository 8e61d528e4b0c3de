import { expect, test } from "vitest";
import { read } from "@/lib/core/db";
import { setGoal } from "@/lib/goals/commands";
import { findGoal } from "@/lib/goals/queries";
import { setIntention } from "@/lib/intentions/commands";
import { findIntention } from "@/lib/intentions/queries";
import { share, takeBack } from "@/lib/sharing/commands";
import { listShares } from "@/lib/sharing/queries";
import { audienceWords } from "@/lib/sharing/rules";
import type { ShareInput } from "@/lib/sharing/schema";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { assign, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asRole } from "../support/database";

async function setUp() {
  const people = await makeTrio();
  const sessionId = await makeSession(people.therapist, people.patient, 24);
  const input = { sessionId, text: "To be less angry", version: 0, forCareTeam: false };
  const subjectId = await setIntention(people.patient, input);
  const withTeam: ShareInput = { subject: "intention", subjectId, audience: "careTeam" };
  const withSam: ShareInput = { ...withTeam, audience: "companion", companionId: people.companion.personId };
  return { ...people, sessionId, subjectId, withTeam, withSam };
}

test("an entry is shared with the care team, and gone on their next read once taken back", async () => {
  const { patient, therapist, sessionId, subjectId, withTeam } = await setUp();
  const seen = () => read(therapist, (db) => findIntention(db, sessionId));
  expect(await seen()).toBeNull();
  await share(patient, withTeam);
  expect(await seen()).toMatchObject({ text: "To be less angry" });
  await takeBack(patient, withTeam);
  expect(await seen()).toBeNull();
  const entries = await read(patient, (db) =>
    db.auditEntry.findMany({ where: { verb: { startsWith: "share." } }, orderBy: { id: "asc" } }),
  );
  expect(entries).toMatchObject([
    { verb: "share.give", subjectId, patientId: patient.personId, detail: { audience: "careTeam" } },
    { verb: "share.takeBack", subjectId },
  ]);
});

test("the entry says who sees it", async () => {
  const { patient, companion, subjectId, withTeam, withSam } = await setUp();
  const tag = async () => audienceWords(await read(patient, (db) => listShares(db, [subjectId])));
  await makeGrant(patient, companion);
  expect(await tag()).toBe("Only you");
  await share(patient, withSam);
  expect(await tag()).toBe("You and Sam");
  await share(patient, withTeam);
  expect(await tag()).toBe("You, your care team and Sam");
  await takeBack(patient, withSam);
  expect(await tag()).toBe("You and your care team");
});

test("sharing twice at once shares once", async () => {
  const { patient, subjectId, withTeam } = await setUp();
  await Promise.all([share(patient, withTeam), share(patient, withTeam)]);
  expect(await read(patient, (db) => listShares(db, [subjectId]))).toHaveLength(1);
});

test("a companion sees what was shared with them alone, and nothing once their access has ended", async () => {
  const { patient, companion, clinicId, sessionId, withSam } = await setUp();
  const other = await makePerson(clinicId, "companion");
  const grantId = await makeGrant(patient, companion);
  await makeGrant(patient, other);
  await share(patient, withSam);
  const seenBy = (actor: typeof companion) => read(actor, (db) => findIntention(db, sessionId));
  expect(await seenBy(companion)).toMatchObject({ text: "To be less angry" });
  expect(await seenBy(other)).toBeNull();
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [patient.handleHash]);
    await sql.query('update "CompanionGrant" set "endedAt" = now() where id = $1', [grantId]);
  });
  expect(await seenBy(companion)).toBeNull();
});

test("somebody without access cannot be shared with", async () => {
  const { patient, withSam } = await setUp();
  await expect(share(patient, withSam)).rejects.toThrow("no access at the moment");
});

test("a goal is for the care team at most", async () => {
  const { patient, therapist, companion } = await setUp();
  await makeGrant(patient, companion);
  const subjectId = await setGoal(patient, { from: "Anger", to: "Ease", success: "", version: 0 });
  const withTeam: ShareInput = { subject: "goal", subjectId, audience: "careTeam" };
  const seen = () => read(therapist, (db) => findGoal(db, subjectId));
  const { personId: companionId } = companion;
  await expect(share(patient, { ...withTeam, audience: "companion", companionId })).rejects.toThrow("cannot be shared");
  expect(await seen()).toBeNull();
  await share(patient, withTeam);
  expect(await seen()).toMatchObject({ to: "Ease" });
  await takeBack(patient, withTeam);
  expect(await seen()).toBeNull();
});

test("nobody else shares it: therapist, companion and admin are refused, other patients find nothing", async () => {
  const { therapist, companion, admin, clinicId, withTeam } = await setUp();
  const elsewhere = await makeClinic({ name: "Another clinic" });
  for (const other of [therapist, companion, admin]) {
    await expect(share(other, withTeam)).rejects.toMatchObject({ code: "refused" });
    await expect(takeBack(other, withTeam)).rejects.toMatchObject({ code: "refused" });
  }
  for (const clinic of [clinicId, elsewhere.clinicId]) {
    const stranger = await makePerson(clinic, "patient");
    await expect(share(stranger, withTeam)).rejects.toMatchObject({ code: "not-found" });
    await expect(takeBack(stranger, withTeam)).rejects.toMatchObject({ code: "not-found" });
  }
});

test("the database itself refuses to share another's entry, and to point a share elsewhere", async () => {
  const { admin, therapist, clinicId, subjectId, patient, withTeam } = await setUp();
  const other = await makePerson(clinicId, "patient");
  await assign(admin, other, therapist);
  await share(patient, withTeam);
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [other.handleHash]);
    const foreign = sql.query(
      `insert into "Share" values (gen_random_uuid(), $1, $2, 'intention', $3, 'careTeam', null, now())`,
      [clinicId, other.personId, subjectId],
    );
    await expect(foreign).rejects.toThrow("belongs to another record");
    await sql.query("select from enter($1, false)", [patient.handleHash]);
    await expect(sql.query('update "Share" set "subjectId" = gen_random_uuid()')).rejects.toThrow("permission denied");
  });
});
