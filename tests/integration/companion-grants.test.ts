import { expect, test } from "vitest";
import { changeGrant, endGrant, inviteCompanion } from "@/lib/companions/grants/commands";
import { findGrant, listGrantableSessions, listGrants, listLiveGrants } from "@/lib/companions/grants/queries";
import type { InviteInput } from "@/lib/companions/grants/schema";
import { findRoomSession, listRooms } from "@/lib/companions/rooms/queries";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { makePerson } from "@/prisma/seed/factories";
import { accept, assign, hoursFromNow, makeGrant, makeSession, makeTrio, setIntention } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";

const invitation = (input: Partial<InviteInput> = {}): InviteInput => ({
  name: "Sam",
  email: `${newId()}@people.test`,
  relationship: "my oldest friend",
  scope: "course",
  sessionIds: [],
  showsIntention: false,
  ...input,
});
const change = (grantId: string, version: number, input: Partial<InviteInput> = {}) => {
  const { email: _, ...rest } = invitation(input);
  return { grantId, version, ...rest };
};
const seen = (companion: Actor) =>
  read(companion, async (db) => (await listRooms(db)).flatMap(({ sessions }) => sessions.map(({ id }) => id)));
const grantOf = (patient: Actor, id: string) => read(patient, (db) => findGrant(db, id));
const stateOf = async (patient: Actor, id: string) => (await grantOf(patient, id))?.state;
test("a patient invites a companion for one session, who sees that one alone once they have accepted", async () => {
  const { therapist, patient, companion, admin } = await makeTrio();
  const [first, second] = [await makeSession(therapist, patient, 20), await makeSession(therapist, patient, 60)];
  const grantId = await inviteCompanion(patient, invitation({ scope: "sessions", sessionIds: [first] }));
  expect(await seen(companion)).toEqual([]);
  expect(await read(patient, (db) => listLiveGrants(db, patient.personId))).toEqual([]);
  expect(await stateOf(patient, grantId)).toBe("invited");
  await accept(grantId, companion);
  expect(await seen(companion)).toEqual([first]);
  expect(await read(companion, (db) => findRoomSession(db, second))).toBeNull();
  expect(await read(patient, (db) => listLiveGrants(db, patient.personId))).toMatchObject([
    { id: grantId, companionId: companion.personId, companionName: "Sam", sessionIds: [first], showsIntention: false },
  ]);
  const log = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "companion.invite" } }));
  expect(log).toMatchObject([{ actorId: patient.personId, patientId: patient.personId, subjectId: grantId }]);
  expect(JSON.stringify(log)).not.toMatch(/Sam|oldest friend/);
});

test("the letter that invites names nobody", async () => {
  const { patient, admin } = await makeTrio();
  const { email } = invitation();
  await inviteCompanion(patient, invitation({ email }));
  const [mail] = await read(admin, (db) => db.mail.findMany());
  expect(mail).toMatchObject({ to: email });
  expect(mail?.subject).not.toMatch(/Noor|Sam|ketamine|session/i);
});

test("a grant for the course does not reveal sessions that ended before it, and takes in those that are planned later", async () => {
  const { therapist, patient, companion } = await makeTrio();
  const past = await makeSession(therapist, patient, -20);
  const grantId = await makeGrant(patient, companion, undefined, hoursFromNow(-1));
  expect(await seen(companion)).toEqual([]);
  const later = await makeSession(therapist, patient, 20);
  expect(await seen(companion)).toEqual([later]);
  await changeGrant(patient, change(grantId, 1, { scope: "sessions", sessionIds: [past] }));
  expect(await seen(companion)).toEqual([past]);
});

test("access to a session ends by itself after the clinic's number of days, to the minute", async () => {
  const { therapist, patient, companion } = await makeTrio();
  const sessionId = await makeSession(therapist, patient, -10);
  const grantId = await makeGrant(patient, companion, [sessionId]);
  const endedAgo = (minutes: number) =>
    asSuperuser((sql) =>
      sql.query(
        `update "Session" set "endsAt" = now() - interval '14 days' - make_interval(mins => $2),
         "startsAt" = now() - interval '14 days 6 hours' where "id" = $1`,
        [sessionId, minutes],
      ),
    );
  await endedAgo(-1);
  expect(await seen(companion)).toEqual([sessionId]);
  expect(await stateOf(patient, grantId)).toBe("open");
  await endedAgo(1);
  expect(await seen(companion)).toEqual([]);
  expect(await read(companion, (db) => findRoomSession(db, sessionId))).toBeNull();
  expect(await read(companion, (db) => db.companionGrant.count())).toBe(0);
  expect(await read(companion, (db) => db.person.count())).toBe(1);
  expect(await stateOf(patient, grantId)).toBe("over");
  await asSuperuser((sql) => sql.query('update "Session" set "completedAt" = now() where "id" = $1', [sessionId]));
  expect(await seen(companion)).toEqual([sessionId]);
});

test("a companion whose access is paused by the clinic sees nothing, and no reason", async () => {
  const { therapist, patient, companion } = await makeTrio();
  const sessionId = await makeSession(therapist, patient, 20);
  const grantId = await makeGrant(patient, companion, [sessionId]);
  await asSuperuser((sql) => sql.query('update "CompanionGrant" set "suspendedAt" = now() where "id" = $1', [grantId]));
  expect(await read(companion, (db) => listRooms(db))).toEqual([]);
  expect(await stateOf(patient, grantId)).toBe("paused");
});

test("a patient ends access in one step: the companion's next request finds nothing, and it stays ended", async () => {
  const { therapist, patient, companion } = await makeTrio();
  await makeSession(therapist, patient, 20);
  const grantId = await makeGrant(patient, companion);
  expect(await seen(companion)).toHaveLength(1);
  await endGrant(patient, { grantId });
  expect(await read(companion, (db) => listRooms(db))).toEqual([]);
  expect(await read(companion, (db) => db.session.count())).toBe(0);
  await expect(endGrant(patient, { grantId })).rejects.toThrow("has ended");
  await expect(changeGrant(patient, change(grantId, 2))).rejects.toThrow("has ended");
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [patient.handleHash]);
    const reopen = sql.query('update "CompanionGrant" set "endedAt" = null where "id" = $1', [grantId]);
    await expect(reopen).rejects.toThrow("stays ended");
  });
  const log = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "companion.end" } }));
  expect(log).toMatchObject([{ subjectId: grantId, patientId: patient.personId }]);
});

test("ending access before it was accepted closes the invitation", async () => {
  const { patient, companion } = await makeTrio();
  const grantId = await inviteCompanion(patient, invitation());
  await endGrant(patient, { grantId });
  const grant = await grantOf(patient, grantId);
  expect(grant).toMatchObject({ state: "ended", invitation: { revokedAt: expect.any(Date) } });
  await accept(grantId, companion);
  expect(await read(companion, (db) => listRooms(db))).toEqual([]);
});

test("what is changed counts from the next request on, and a session that is taken out stays on record", async () => {
  const { therapist, patient, companion } = await makeTrio();
  const [first, second] = [await makeSession(therapist, patient, 20), await makeSession(therapist, patient, 60)];
  const grantId = await makeGrant(patient, companion, [first]);
  await changeGrant(patient, change(grantId, 1, { scope: "sessions", sessionIds: [second] }));
  expect(await seen(companion)).toEqual([second]);
  await changeGrant(patient, change(grantId, 2, { scope: "sessions", sessionIds: [first, second] }));
  expect(await seen(companion)).toEqual([first, second]);
  await changeGrant(patient, change(grantId, 3, { scope: "sessions", sessionIds: [first] }));
  expect(await seen(companion)).toEqual([first]);
  const kept = await read(patient, (db) => db.companionGrantSession.count({ where: { grantId } }));
  expect(kept).toBe(2);
  await expect(changeGrant(patient, change(grantId, 1))).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { version: "4" } },
  });
});

test("the intention is shown while the patient shows it, and gone when it is taken back or access ends", async () => {
  const { therapist, patient, companion } = await makeTrio();
  const sessionId = await makeSession(therapist, patient, 20);
  const grantId = await makeGrant(patient, companion, [sessionId]);
  await setIntention(patient, sessionId, "To let my shoulders down.");
  const shown = async () => (await read(companion, (db) => findRoomSession(db, sessionId)))?.intention;
  const bounds = { scope: "sessions" as const, sessionIds: [sessionId] };
  expect(await shown()).toBeNull();
  await changeGrant(patient, change(grantId, 1, { ...bounds, showsIntention: true }));
  expect(await shown()).toBe("To let my shoulders down.");
  await changeGrant(patient, change(grantId, 2, { ...bounds, showsIntention: false }));
  expect(await shown()).toBeNull();
  await changeGrant(patient, change(grantId, 3, { ...bounds, showsIntention: true }));
  await endGrant(patient, { grantId });
  await makeGrant(patient, companion, [sessionId]);
  expect(await shown()).toBeNull();
});

test("a companion of two patients has two rooms, and each holds only its own", async () => {
  const { admin, therapist, patient, companion } = await makeTrio();
  const mika = await makePerson(patient.clinicId, "patient", { name: "Mika" });
  await assign(admin, mika, therapist);
  const [noors, mikas] = [await makeSession(therapist, patient, 20), await makeSession(therapist, mika, 60)];
  await makeGrant(patient, companion);
  const grantId = await makeGrant(mika, companion, [mikas]);
  const rooms = await read(companion, (db) => listRooms(db));
  expect(rooms.map(({ patient: { name }, sessions }) => [name, sessions.map(({ id }) => id)])).toEqual([
    ["Noor", [noors]],
    ["Mika", [mikas]],
  ]);
  await endGrant(mika, { grantId });
  expect(await seen(companion)).toEqual([noors]);
});

test("a session that moved to another time stays open to its companion", async () => {
  const { therapist, patient, companion } = await makeTrio();
  const sessionId = await makeSession(therapist, patient, 20);
  await makeGrant(patient, companion, [sessionId]);
  await asSuperuser((sql) => sql.query(`update "Session" set "state" = 'cancelled' where "id" = $1`, [sessionId]));
  const moved = await makeSession(therapist, patient, 60, sessionId);
  expect(await seen(companion)).toEqual([moved]);
});

test("a patient cannot invite themselves, nor somebody twice, nor for a session that is not theirs", async () => {
  const { therapist, patient, admin } = await makeTrio();
  const email = `${newId()}@people.test`;
  await inviteCompanion(patient, invitation({ email }));
  await expect(inviteCompanion(patient, invitation({ email }))).rejects.toMatchObject({ detail: { field: "email" } });
  const own = await read(patient, (db) => db.contact.findFirstOrThrow());
  await expect(inviteCompanion(patient, invitation({ email: own.email }))).rejects.toThrow("your own address");
  const other = await makePerson(patient.clinicId, "patient");
  await assign(admin, other, therapist);
  const foreign = await makeSession(therapist, other, 20);
  const named = invitation({ scope: "sessions", sessionIds: [foreign] });
  await expect(inviteCompanion(patient, named)).rejects.toThrow("Choose sessions from the list");
});

test("only sessions that take place and are not closed yet can be named", async () => {
  const { therapist, patient } = await makeTrio();
  const recent = await makeSession(therapist, patient, -50);
  const ahead = await makeSession(therapist, patient, 20);
  await makeSession(therapist, patient, -24 * 16);
  const cancelled = await makeSession(therapist, patient, 60);
  await asSuperuser((sql) => sql.query(`update "Session" set "state" = 'cancelled' where "id" = $1`, [cancelled]));
  const listed = await read(patient, (db) => listGrantableSessions(db, patient.personId));
  expect(listed.map(({ id }) => id)).toEqual([recent, ahead]);
});

test.each(["companion", "therapist", "admin"] as const)("a %s can neither invite, change nor end", async (role) => {
  const trio = await makeTrio();
  const grantId = await makeGrant(trio.patient, trio.companion);
  await expect(inviteCompanion(trio[role], invitation())).rejects.toMatchObject({ code: "refused" });
  await expect(changeGrant(trio[role], change(grantId, 1))).rejects.toMatchObject({ code: "refused" });
  await expect(endGrant(trio[role], { grantId })).rejects.toMatchObject({ code: "refused" });
});

test("another patient and another clinic find no grant to change or to end", async () => {
  const { patient, companion, clinicId } = await makeTrio();
  const grantId = await makeGrant(patient, companion);
  const { patient: foreign } = await makeTrio();
  for (const stranger of [await makePerson(clinicId, "patient"), foreign]) {
    expect(await grantOf(stranger, grantId)).toBeNull();
    expect(await read(stranger, (db) => listGrants(db, patient.personId))).toEqual([]);
    await expect(changeGrant(stranger, change(grantId, 1))).rejects.toMatchObject({ code: "not-found" });
    await expect(endGrant(stranger, { grantId })).rejects.toMatchObject({ code: "not-found" });
  }
});

test("past the application, a patient cannot make somebody their companion, nor accept in their place", async () => {
  const { patient, companion } = await makeTrio();
  const grantId = await inviteCompanion(patient, invitation());
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [patient.handleHash]);
    const taken = sql.query('update "CompanionGrant" set "companionId" = $2 where "id" = $1', [
      grantId,
      companion.personId,
    ]);
    await expect(taken).rejects.toThrow("permission denied");
  });
});
