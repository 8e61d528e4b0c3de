import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { read, write } from "@/lib/core/db";
import { setIntention } from "@/lib/intentions/commands";
import { findIntention, listReaders } from "@/lib/intentions/queries";
import { listSessions } from "@/lib/sessions/queries";
import { share, takeBack } from "@/lib/sharing/commands";
import { listShares } from "@/lib/sharing/queries";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeSession, makeTrio } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";

const first = "To let my shoulders down";
const second = "To let my shoulders down when I come home";

const words = (sessionId: string, text: string, version = 0, forCareTeam = false) => ({
  sessionId,
  text,
  version,
  forCareTeam,
});

const seenBy = (actor: Actor, sessionId: string) => read(actor, (db) => findIntention(db, sessionId));

async function setUp() {
  const people = await makeTrio();
  return { ...people, sessionId: await makeSession(people.therapist, people.patient, 24) };
}

const begin = (therapist: Actor, sessionId: string) =>
  write(therapist, "session.start", async (db) => {
    await db.session.update({ where: { id: sessionId }, data: { state: "inProgress" } });
  });

test("a patient rewords the intention before the session, and every wording is kept", async () => {
  const { patient, sessionId } = await setUp();
  const id = await setIntention(patient, words(sessionId, first));
  await setIntention(patient, words(sessionId, second, 1));
  const intention = await seenBy(patient, sessionId);
  expect(intention).toMatchObject({ id, version: 2, text: second });
  expect(intention?.wordings.map(({ number, text }) => [number, text])).toEqual([
    [2, second],
    [1, first],
  ]);
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "intention.set" } }));
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({ patientId: patient.personId, subject: "intention", subjectId: id });
  expect(JSON.stringify(entries)).not.toContain("shoulders");
});

test("keeping the same words again adds no wording", async () => {
  const { patient, sessionId } = await setUp();
  await setIntention(patient, words(sessionId, first));
  await setIntention(patient, words(sessionId, first, 1));
  expect((await seenBy(patient, sessionId))?.wordings).toHaveLength(1);
});

test("words set in two windows: the second is shown both texts, and nothing is lost", async () => {
  const { patient, sessionId } = await setUp();
  await setIntention(patient, words(sessionId, first));
  await setIntention(patient, words(sessionId, second, 1));
  const stale = setIntention(patient, words(sessionId, "Something else", 1));
  await expect(stale).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { text: second, version: "2" } },
  });
  await setIntention(patient, words(sessionId, "Something else", 2));
  expect((await seenBy(patient, sessionId))?.text).toBe("Something else");
});

test("the first words set in two windows at once: one is kept and the other is shown it", async () => {
  const { patient, sessionId } = await setUp();
  const both = await Promise.allSettled([
    setIntention(patient, words(sessionId, first)),
    setIntention(patient, words(sessionId, second)),
  ]);
  const kept = await seenBy(patient, sessionId);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict", detail: { current: { text: kept?.text, version: "1" } } },
  });
});

test("a form sent twice keeps one wording", async () => {
  const { patient, sessionId } = await setUp();
  const actor = { ...patient, formKey: crypto.randomUUID() };
  const sent = await Promise.all([
    setIntention({ ...actor }, words(sessionId, first)),
    setIntention({ ...actor }, words(sessionId, first)),
  ]);
  expect(sent[0]).toBe(sent[1]);
  expect((await seenBy(patient, sessionId))?.wordings).toHaveLength(1);
});

test("once the session has begun, its intention stays as it is, in the portal and in the database", async () => {
  const { patient, therapist, sessionId } = await setUp();
  const id = await setIntention(patient, words(sessionId, first));
  await begin(therapist, sessionId);
  await expect(setIntention(patient, words(sessionId, second, 1))).rejects.toThrow("This session has begun");
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [patient.handleHash]);
    const late = sql.query(`insert into "IntentionWording" values (gen_random_uuid(), $1, $2, $3, 2, 'late', now())`, [
      patient.clinicId,
      patient.personId,
      id,
    ]);
    await expect(late).rejects.toThrow("the session has begun");
    await expect(sql.query(`update "IntentionWording" set text = 'other'`)).rejects.toThrow("permission denied");
  });
  expect((await seenBy(patient, sessionId))?.text).toBe(first);
});

test("a session that is cancelled takes no intention", async () => {
  const { patient, therapist, sessionId } = await setUp();
  await write(therapist, "session.cancel", async (db) => {
    await db.session.update({ where: { id: sessionId }, data: { state: "cancelled" } });
  });
  await expect(setIntention(patient, words(sessionId, first))).rejects.toThrow("did not take place");
});

test("nobody but the patient sets it", async () => {
  const { patient, therapist, companion, admin, clinicId, sessionId } = await setUp();
  await makeGrant(patient, companion);
  for (const other of [therapist, companion, admin]) {
    await expect(setIntention(other, words(sessionId, first))).rejects.toMatchObject({ code: "refused" });
  }
  const elsewhere = await makeClinic({ name: "Another clinic" });
  for (const clinic of [clinicId, elsewhere.clinicId]) {
    const stranger = await makePerson(clinic, "patient");
    await expect(setIntention(stranger, words(sessionId, first))).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await seenBy(patient, sessionId)).toBeNull();
});

test("it is the patient's alone until shared, and can be shared with the care team in the same step", async () => {
  const { patient, therapist, sessionId } = await setUp();
  const nextId = await makeSession(therapist, patient, 48);
  await setIntention(patient, words(sessionId, first));
  await setIntention(patient, words(nextId, second, 0, true));
  expect(await seenBy(therapist, sessionId)).toBeNull();
  expect(await seenBy(therapist, nextId)).toMatchObject({ text: second });
});

test("a companion whose access shows the intention reads its newest words at once, and only those", async () => {
  const { patient, companion, sessionId } = await setUp();
  await showingIntention(await makeGrant(patient, companion));
  await setIntention(patient, words(sessionId, first));
  expect(await seenBy(companion, sessionId)).toMatchObject({ text: first });
  await setIntention(patient, words(sessionId, second, 1));
  expect((await seenBy(companion, sessionId))?.wordings.map(({ text }) => text)).toEqual([second]);
});

test("access that does not show the intention, or is for another session, shows nothing", async () => {
  const { patient, companion, therapist, sessionId } = await setUp();
  const otherId = await makeSession(therapist, patient, 72);
  await showingIntention(await makeGrant(patient, companion, [otherId]));
  const other = await makePerson(patient.clinicId, "companion");
  await makeGrant(patient, other);
  await setIntention(patient, words(sessionId, first));
  expect(await seenBy(companion, sessionId)).toBeNull();
  expect(await seenBy(other, sessionId)).toBeNull();
});

test("what was taken back from a companion stays taken back when it is reworded", async () => {
  const { patient, companion, sessionId } = await setUp();
  await showingIntention(await makeGrant(patient, companion));
  const subjectId = await setIntention(patient, words(sessionId, first));
  const { personId: companionId } = companion;
  await takeBack(patient, { subject: "intention", subjectId, audience: "companion", companionId });
  await setIntention(patient, words(sessionId, second, 1));
  expect(await seenBy(companion, sessionId)).toBeNull();
  expect(await read(patient, (db) => listShares(db, [subjectId]))).toEqual([]);
});

test("a companion whose access to the session is over is no longer named on it", async () => {
  const { patient, therapist, companion } = await makeTrio();
  const days = 24;
  const [recent, old] = [
    await makeSession(therapist, patient, -2 * days),
    await makeSession(therapist, patient, -30 * days),
  ];
  await makeGrant(patient, companion, [recent, old]);
  for (const sessionId of [recent, old]) {
    const subjectId = await intentionOf(patient, sessionId);
    const { personId: companionId } = companion;
    await share(patient, { subject: "intention", subjectId, audience: "companion", companionId });
  }
  const readers = await read(patient, async (db) =>
    listReaders(db, patient.personId, await listSessions(db, patient.personId)),
  );
  expect(readers.get(recent)).toMatchObject({ readers: [{ companionName: "Sam" }], companions: [{ name: "Sam" }] });
  expect(readers.get(old)).toEqual({ readers: [], companions: [] });
  expect(await seenBy(companion, recent)).not.toBeNull();
  expect(await seenBy(companion, old)).toBeNull();
});

const intentionOf = (patient: Actor, sessionId: string) => setIntention(patient, words(sessionId, first));

const showingIntention = (grantId: string) =>
  asSuperuser((sql) => sql.query('update "CompanionGrant" set "showsIntention" = true where id = $1', [grantId]));
