import { expect, test } from "vitest";
import { endGrant, inviteCompanion } from "@/lib/companions/grants/commands";
import { findGrant } from "@/lib/companions/grants/queries";
import { listRooms } from "@/lib/companions/rooms/queries";
import { liftSuspension, suspendGrant } from "@/lib/companions/suspensions/commands";
import { findGrantedPatient, findGrantForTeam, listPaused } from "@/lib/companions/suspensions/queries";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { makePerson } from "@/prisma/seed/factories";
import { assign, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";

async function together() {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, 20);
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  return { ...trio, sessionId, grantId };
}

const reason = "Noor seemed afraid when Sam was near.";
const rooms = (companion: Actor) => read(companion, (db) => listRooms(db));
const grantOf = (actor: Actor, grantId: string) => read(actor, (db) => findGrant(db, grantId));
const forTeam = (actor: Actor, grantId: string) => read(actor, (db) => findGrantForTeam(db, grantId));

test("a therapist pauses a companion's access: their next request finds nothing, the patient sees whom to ask, the team sees why", async () => {
  const { therapist, patient, companion, grantId } = await together();
  expect(await rooms(companion)).toHaveLength(1);
  await suspendGrant(therapist, { grantId, reason });
  expect(await rooms(companion)).toEqual([]);
  expect(await read(companion, (db) => db.companionGrant.count())).toBe(0);
  const seen = await grantOf(patient, grantId);
  expect(seen).toMatchObject({ state: "paused", pausedBy: "Ana Reyes" });
  expect(JSON.stringify(seen)).not.toContain("afraid");
  expect(await read(patient, (db) => db.suspension.count())).toBe(0);
  expect(await forTeam(therapist, grantId)).toMatchObject({
    state: "paused",
    pauses: [{ reason, by: "Ana Reyes", liftedAt: null }],
  });
  expect(await read(therapist, (db) => listPaused(db, patient.personId))).toMatchObject([{ id: grantId }]);
  const log = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "companion.suspend" } }));
  expect(log).toMatchObject([{ actorId: therapist.personId, subjectId: grantId, patientId: patient.personId }]);
  expect(JSON.stringify(log)).not.toContain("afraid");
  const { rows } = await asSuperuser((sql) =>
    sql.query('select "reasonSealed" from "Suspension" where "grantId" = $1', [grantId]),
  );
  expect(rows[0].reasonSealed).toMatch(/^v1\./);
});

test("a pause is lifted, by a colleague of the team too, and the companion sees again what they saw before", async () => {
  const { admin, clinicId, therapist, patient, companion, grantId, sessionId } = await together();
  await suspendGrant(therapist, { grantId, reason });
  await expect(suspendGrant(therapist, { grantId, reason })).rejects.toThrow("paused already");
  const lee = await makePerson(clinicId, "therapist", { name: "Lee" });
  await assign(admin, patient, lee);
  await liftSuspension(lee, { grantId });
  expect((await rooms(companion))[0]?.sessions.map(({ id }) => id)).toEqual([sessionId]);
  expect(await grantOf(patient, grantId)).toMatchObject({ state: "open", pausedBy: null });
  expect(await forTeam(therapist, grantId)).toMatchObject({
    pauses: [{ liftedBy: "Lee", liftedAt: expect.any(Date) }],
  });
  await expect(liftSuspension(therapist, { grantId })).rejects.toThrow("not paused");
  await suspendGrant(lee, { grantId, reason: "Again." });
  expect((await forTeam(lee, grantId))?.pauses.map(({ reason }) => reason)).toEqual(["Again.", reason]);
  const log = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "companion.lift" } }));
  expect(log).toMatchObject([{ actorId: lee.personId, subjectId: grantId }]);
});

test("the patient can end an access that is paused, and lifting the pause does not bring it back", async () => {
  const { therapist, patient, companion, grantId } = await together();
  await suspendGrant(therapist, { grantId, reason });
  await endGrant(patient, { grantId });
  await liftSuspension(therapist, { grantId });
  expect(await grantOf(patient, grantId)).toMatchObject({ state: "ended" });
  expect(await rooms(companion)).toEqual([]);
  await expect(suspendGrant(therapist, { grantId, reason })).rejects.toThrow("no access to pause");
});

test("an invitation that nobody accepted cannot be paused", async () => {
  const { therapist, patient } = await together();
  const invited = { name: "Alex", email: `${newId()}@people.test`, relationship: "", scope: "course" as const };
  const grantId = await inviteCompanion(patient, { ...invited, sessionIds: [], showsIntention: false });
  await expect(suspendGrant(therapist, { grantId, reason })).rejects.toThrow("no access to pause");
});

test.each(["patient", "companion", "admin"] as const)("a %s can neither pause nor lift", async (role) => {
  const trio = await together();
  await expect(suspendGrant(trio[role], { grantId: trio.grantId, reason })).rejects.toMatchObject({ code: "refused" });
  await expect(liftSuspension(trio[role], { grantId: trio.grantId })).rejects.toMatchObject({ code: "refused" });
  expect(await read(trio[role], (db) => db.suspension.count())).toBe(0);
});

test("a colleague outside the care team and a therapist of another clinic find no access to pause", async () => {
  const { clinicId, grantId } = await together();
  const stranger = await together();
  for (const outside of [await makePerson(clinicId, "therapist"), stranger.therapist]) {
    expect(await read(outside, (db) => findGrantedPatient(db, grantId))).toBeNull();
    expect(await forTeam(outside, grantId)).toBeNull();
    await expect(suspendGrant(outside, { grantId, reason })).rejects.toMatchObject({ code: "not-found" });
    await expect(liftSuspension(outside, { grantId })).rejects.toMatchObject({ code: "not-found" });
  }
});

test("past the application, nobody pauses in another's name, and a patient or companion cannot lift", async () => {
  const { therapist, patient, companion, grantId, clinicId } = await together();
  await suspendGrant(therapist, { grantId, reason });
  for (const actor of [patient, companion]) {
    await asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [actor.handleHash]);
      const lifted = sql.query('update "Suspension" set "liftedAt" = now() where "grantId" = $1', [grantId]);
      await expect(lifted).rejects.toThrow("permission denied");
      const reopened = sql.query('update "CompanionGrant" set "suspendedAt" = null where "id" = $1', [grantId]);
      await expect(reopened).rejects.toThrow("permission denied");
    });
  }
  const lee = await makePerson(clinicId, "therapist");
  await liftSuspension(therapist, { grantId });
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [therapist.handleHash]);
    const forged = sql.query(
      `insert into "Suspension" ("id", "clinicId", "patientId", "grantId", "byId", "reasonSealed", "at") values ($1, $2, $3, $4, $5, 'v1.x', now())`,
      [newId(), clinicId, patient.personId, grantId, lee.personId],
    );
    await expect(forged).rejects.toThrow("row-level security");
  });
});
