import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { formatDate } from "@/lib/core/clock";
import { newId, read, write } from "@/lib/core/db";
import type { Verb } from "@/lib/core/permissions";
import { setIntention } from "@/lib/intentions/commands";
import { openRecord, readNote } from "@/lib/records/commands";
import { listOpenings } from "@/lib/records/queries";
import { openingWords } from "@/lib/records/rules";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeSession, makeTrio } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";

const openings = (patient: Actor, place = {}) => read(patient, (db) => listOpenings(db, patient.personId, place));

const act = (actor: Actor, verb: Verb, patient: Actor, subjectId?: string) =>
  write(actor, verb, async (_db, audit) => audit({ patientId: patient.personId, subject: "session", subjectId }));

test("a patient sees who opened their record, in plain words, and not what they did themselves", async () => {
  const { patient, therapist, admin } = await makeTrio();
  const sessionId = await makeSession(therapist, patient, 24);
  await openRecord(therapist, patient.personId);
  await act(therapist, "session.schedule", patient, sessionId);
  await act(admin, "careTeam.assign", patient);
  await setIntention(patient, { sessionId, text: "Ease", version: 0, forCareTeam: false });
  const { rows } = await openings(patient);
  const lines = rows.map(
    ({ by, verb, sessionAt }) => `${by} ${openingWords(verb, sessionAt && formatDate(sessionAt, "UTC"))}`,
  );
  const startsAt = rows.find(({ verb }) => verb === "session.schedule")?.sessionAt ?? new Date(0);
  expect(lines).toEqual([
    "Your clinic's office added somebody to your care team",
    `Ana Reyes planned your session of ${formatDate(startsAt, "UTC")}`,
    "Ana Reyes opened your record",
  ]);
});

test("a note is named by its session once it is open to the patient, and only as a note before", async () => {
  const { patient, therapist } = await makeTrio();
  const sessionId = await makeSession(therapist, patient, -24);
  const noteId = await makeSignedNote(therapist, patient, sessionId);
  await act(therapist, "note.sign", patient, noteId);
  expect((await openings(patient)).rows).toMatchObject([{ verb: "note.sign", sessionAt: null }]);
  await release(therapist, patient, noteId);
  expect((await openings(patient)).rows).toMatchObject([{ verb: "note.sign", sessionAt: expect.any(Date) }]);
});

test("a therapist's private notes leave no line, in the list or in the database as the patient sees it", async () => {
  const { patient, therapist } = await makeTrio();
  await act(therapist, "psychotherapyNote.save", patient, newId());
  expect((await openings(patient)).rows).toEqual([]);
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [patient.handleHash]);
    expect((await sql.query(`select * from "AuditEntry" where verb like 'psychotherapyNote%'`)).rowCount).toBe(0);
  });
});

test("nobody else sees this list: another patient, a companion, another clinic", async () => {
  const { patient, therapist, companion, clinicId } = await makeTrio();
  await openRecord(therapist, patient.personId);
  const elsewhere = await makeClinic({ name: "Another clinic" });
  const others = [companion, await makePerson(clinicId, "patient"), await makePerson(elsewhere.clinicId, "patient")];
  for (const other of others) {
    expect((await read(other, (db) => listOpenings(db, patient.personId, {}))).rows).toEqual([]);
  }
});

test("a long list comes in pages, each entry once", async () => {
  const { patient, therapist } = await makeTrio();
  for (let count = 0; count < 30; count++) await act(therapist, "session.schedule", patient);
  const first = await openings(patient);
  const second = await openings(patient, { after: first.after });
  expect([first.rows.length, second.rows.length]).toEqual([25, 5]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(30);
  expect((await openings(patient, { before: second.before })).rows).toEqual(first.rows);
});

test("reading a note is logged once a sitting, and a note that is not open cannot be read", async () => {
  const { patient, therapist } = await makeTrio();
  const noteId = await makeSignedNote(therapist, patient, await makeSession(therapist, patient, -24));
  await expect(readNote(patient, noteId)).rejects.toMatchObject({ code: "not-found" });
  await release(therapist, patient, noteId);
  await readNote(patient, noteId);
  await readNote(patient, noteId);
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "note.read" } }));
  expect(entries).toMatchObject([{ subjectId: noteId, patientId: patient.personId, actorId: patient.personId }]);
  await expect(readNote(therapist, noteId)).rejects.toMatchObject({ code: "refused" });
});

const makeSignedNote = async (author: Actor, patient: Actor, sessionId: string) => {
  const id = newId();
  await asSuperuser((sql) =>
    sql.query(
      `insert into "Note" ("id", "clinicId", "patientId", "sessionId", "authorId", "format", "sections", "state", "createdAt", "savedAt",
        "signedAt", "signerName", "signerCredentials") values ($1, $2, $3, $4, $5, 'soap', '{}', 'signed', now(), now(), now(), $6, 'LPC')`,
      [id, patient.clinicId, patient.personId, sessionId, author.personId, author.name],
    ),
  );
  return id;
};

const release = (therapist: Actor, patient: Actor, noteId: string) =>
  write(therapist, "note.release", async (db) => {
    const { clinicId, personId: patientId } = patient;
    const decision = { clinicId, patientId, noteId, byId: therapist.personId, at: new Date() };
    await db.noteRelease.create({ data: { ...decision, state: "released" } });
  });
