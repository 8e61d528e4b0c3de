import { expect, test } from "vitest";
import { read } from "@/lib/core/db";
import { savePsychotherapyNote } from "@/lib/notes/psychotherapy/commands";
import { findPsychotherapyNote } from "@/lib/notes/psychotherapy/queries";
import { asSuperuser } from "../support/database";
import { makePractice } from "../support/notes";

const text = "My own anger in the room, the father again.";

test("a therapist keeps a private note, and it is sealed in the database", async () => {
  const { admin, therapist, patient, sessionId } = await makePractice();
  expect(await savePsychotherapyNote(therapist, { sessionId, version: 0, text })).toMatchObject({ version: 1 });
  const note = await read(therapist, (db) => findPsychotherapyNote(db, sessionId, therapist.personId));
  expect(note).toMatchObject({ text, version: 1 });
  const { rows } = await asSuperuser((sql) => sql.query(`select * from "PsychotherapyNote"`));
  expect(rows).toHaveLength(1);
  expect(rows[0].sealed).toMatch(/^v1\./);
  expect(JSON.stringify(rows)).not.toContain("anger");
  const entries = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "psychotherapyNote.save" } }));
  expect(entries).toMatchObject([{ actorId: therapist.personId, patientId: patient.personId, subjectId: note?.id }]);
  expect(JSON.stringify(entries)).not.toContain("anger");
});

test("a sealed text does not open in another note's place", async () => {
  const { therapist, colleague, sessionId } = await makePractice();
  await savePsychotherapyNote(therapist, { sessionId, version: 0, text });
  await savePsychotherapyNote(colleague, { sessionId, version: 0, text: "Mine." });
  await asSuperuser((sql) =>
    sql.query(
      `update "PsychotherapyNote" set sealed = (select sealed from "PsychotherapyNote" where "authorId" = $1) where "authorId" = $2`,
      [therapist.personId, colleague.personId],
    ),
  );
  await expect(read(colleague, (db) => findPsychotherapyNote(db, sessionId, colleague.personId))).rejects.toThrow();
});

test("nobody else finds it: no colleague, patient, admin or other clinic", async () => {
  const { therapist, admin, colleague, outsider, patient, strangerTherapist, sessionId } = await makePractice();
  await savePsychotherapyNote(therapist, { sessionId, version: 0, text });
  for (const who of [admin, colleague, outsider, patient, strangerTherapist]) {
    expect(await read(who, (db) => db.psychotherapyNote.findMany())).toEqual([]);
    expect(await read(who, (db) => findPsychotherapyNote(db, sessionId, therapist.personId))).toBeNull();
  }
  expect(
    await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "psychotherapyNote.save" } })),
    "not even that it exists",
  ).toEqual([]);
});

test("a stale save is answered with the other text; the same text twice is no conflict", async () => {
  const { therapist, sessionId } = await makePractice();
  await savePsychotherapyNote(therapist, { sessionId, version: 0, text });
  expect(await savePsychotherapyNote(therapist, { sessionId, version: 0, text })).toMatchObject({ version: 1 });
  const stale = savePsychotherapyNote(therapist, { sessionId, version: 0, text: "From another tab." });
  await expect(stale).rejects.toMatchObject({ code: "conflict", detail: { current: { text, version: "1" } } });
  expect(await savePsychotherapyNote(therapist, { sessionId, version: 1, text: "On." })).toMatchObject({ version: 2 });
});

test.each([
  ["patient", "refused"],
  ["admin", "refused"],
  ["outsider", "not-found"],
  ["strangerTherapist", "not-found"],
] as const)("the %s cannot begin one", async (who, code) => {
  const practice = await makePractice();
  const attempt = savePsychotherapyNote(practice[who], { sessionId: practice.sessionId, version: 0, text });
  await expect(attempt).rejects.toMatchObject({ code });
});
