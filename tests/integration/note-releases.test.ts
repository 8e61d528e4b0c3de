import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { signNote } from "@/lib/notes/commands";
import { findReadableNote, listReadableNotes, listReleaseDecisions } from "@/lib/notes/queries";
import { releaseNote, withholdNote } from "@/lib/notes/releases/commands";
import { asRole, asSuperuser } from "../support/database";
import { draft, makePractice, signed } from "../support/notes";

const reads = async (actor: Actor, noteId: string) =>
  (await read(actor, (db) => findReadableNote(db, noteId))) !== null;
const lettersIn = (admin: Actor) => read(admin, (db) => db.mail.findMany({ select: { to: true, subject: true } }));
const why = { exception: "harm" as const, words: "It would frighten them now." };

test("where the clinic releases at once, the patient reads a note as soon as it is signed, and is told without a word about it", async () => {
  const { admin, therapist, patient, sessionId } = await makePractice();
  const id = await signed(therapist, sessionId);
  expect(await reads(patient, id)).toBe(true);
  expect(await read(patient, (db) => listReadableNotes(db, patient.personId))).toMatchObject([{ id, format: "soap" }]);
  const [letter] = await lettersIn(admin);
  const contact = await read(patient, (db) => db.contact.findFirstOrThrow());
  expect(letter).toEqual({ to: contact.email, subject: "You have something new" });
});

test("where the clinic waits, the patient reads it once the therapist releases it", async () => {
  const { admin, therapist, colleague, patient, sessionId } = await makePractice({ releaseAtOnce: false });
  const noteId = await signed(therapist, sessionId);
  expect(await reads(patient, noteId)).toBe(false);
  expect(await lettersIn(admin)).toEqual([]);
  await releaseNote(colleague, { noteId });
  expect(await reads(patient, noteId)).toBe(true);
  expect(await lettersIn(admin)).toHaveLength(1);
  await expect(releaseNote(therapist, { noteId })).rejects.toThrow("can read this note already");
  const entries = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "note.release" } }));
  expect(entries).toMatchObject([{ actorId: colleague.personId, patientId: patient.personId, subjectId: noteId }]);
});

test("a note withheld at signing is never open to the patient, not for a moment", async () => {
  const { admin, therapist, patient, sessionId } = await makePractice();
  const { id, version } = await draft(therapist, sessionId);
  await signNote(therapist, { noteId: id, version, password: "", release: "withhold", ...why });
  expect(await reads(patient, id)).toBe(false);
  expect(await lettersIn(admin)).toEqual([]);
  const note = await read(therapist, (db) => findReadableNote(db, id));
  expect(note?.release).toMatchObject({ state: "withheld", reason: "Preventing harm. It would frighten them now." });
});

test("a note that is withheld later is gone for the patient, and every decision is kept", async () => {
  const { admin, therapist, patient, sessionId } = await makePractice();
  const noteId = await signed(therapist, sessionId);
  await withholdNote(therapist, { noteId, ...why });
  expect(await reads(patient, noteId)).toBe(false);
  await releaseNote(therapist, { noteId });
  expect(await reads(patient, noteId)).toBe(true);
  const decisions = await read(therapist, (db) => listReleaseDecisions(db, noteId));
  expect(decisions.map(({ state, by }) => `${state} by ${by}`)).toEqual([
    "released by Ana Reyes",
    "withheld by Ana Reyes",
    "released by Ana Reyes",
  ]);
  const entries = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "note.withhold" } }));
  expect(entries).toMatchObject([{ actorId: therapist.personId, subjectId: noteId, detail: { exception: "harm" } }]);
});

test.each([
  ["outsider", "not-found"],
  ["strangerTherapist", "not-found"],
  ["patient", "refused"],
  ["admin", "refused"],
] as const)("the %s decides nothing", async (who, code) => {
  const practice = await makePractice({ releaseAtOnce: false });
  const noteId = await signed(practice.therapist, practice.sessionId);
  await expect(releaseNote(practice[who], { noteId })).rejects.toMatchObject({ code });
  await expect(withholdNote(practice[who], { noteId, ...why })).rejects.toMatchObject({ code });
});

test("a draft can be neither released nor withheld, not even past the application", async () => {
  const { therapist, sessionId, clinicId, patient } = await makePractice();
  const { id: noteId } = await draft(therapist, sessionId);
  await expect(releaseNote(therapist, { noteId })).rejects.toMatchObject({ code: "not-found" });
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [therapist.handleHash]);
    const insert = `insert into "NoteRelease" (id, "clinicId", "patientId", "noteId", state, reason, "byId", at)
      values (gen_random_uuid(), $1, $2, $3, 'released', '', $4, now())`;
    const row = [clinicId, patient.personId, noteId, therapist.personId];
    await expect(sql.query(insert, row)).rejects.toThrow("only a signed note");
  });
});

test("a decision is superseded, never changed", async () => {
  const { therapist, sessionId } = await makePractice();
  await signed(therapist, sessionId);
  await asSuperuser(async (sql) => {
    await expect(sql.query(`update "NoteRelease" set reason = 'x'`)).rejects.toThrow("superseded, not changed");
    await expect(sql.query(`delete from "NoteRelease"`)).rejects.toThrow("cannot be changed or deleted");
  });
});
