import { expect, test } from "vitest";
import { endGrant } from "@/lib/companions/grants/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import {
  findHandedOverNote,
  findOwnNote,
  listHandedOverNotes,
  listSharedCompanionNotes,
} from "@/lib/companions/notes/queries";
import { type NoteInput, noteInput } from "@/lib/companions/notes/schema";
import { shareEveryLine } from "@/lib/companions/notes/sharing/commands";
import { findRoomSession } from "@/lib/companions/rooms/queries";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { share, takeBack } from "@/lib/sharing/commands";
import { makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeSession, makeTrio } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";

async function inTheRoom() {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, -2);
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  return { ...trio, sessionId, grantId };
}

const line = (text: string, time = "14:22") => ({ id: newId(), time, text });
const note = (sessionId: string, version: number, input: Partial<NoteInput> = {}): NoteInput => ({
  sessionId,
  version,
  saw: "You slept for a long while.",
  seemed: "Soft and tired.",
  lines: [],
  ...input,
});
const own = (companion: Actor, sessionId: string) =>
  read(companion, (db) => findOwnNote(db, sessionId, companion.personId));
const auditOf = (patient: Actor, verb: string) =>
  read(patient, (db) => db.auditEntry.findMany({ where: { verb, patientId: patient.personId } }));

async function handedOver() {
  const room = await inTheRoom();
  const noteId = await saveNote(room.companion, note(room.sessionId, 0, { lines: [line("It is only a coat.")] }));
  await handOverNote(room.companion, { sessionId: room.sessionId, version: 1 });
  return { ...room, noteId };
}

test("a companion writes what they saw and heard, goes on later, and the log says who, once for the sitting", async () => {
  const { companion, patient, sessionId } = await inTheRoom();
  const coat = line("It is only a coat.", "14:22");
  const noteId = await saveNote(companion, note(sessionId, 0, { lines: [coat] }));
  await saveNote(companion, note(sessionId, 1, { saw: "You smiled.", lines: [line("Heavy, but warm.", "14:10")] }));
  const kept = await own(companion, sessionId);
  expect(kept).toMatchObject({ id: noteId, version: 2, saw: "You smiled.", seemed: "Soft and tired." });
  expect(kept?.lines.map(({ text }) => text)).toEqual(["Heavy, but warm.", "It is only a coat."]);
  const entries = await auditOf(patient, "companionNote.save");
  expect(entries).toMatchObject([{ actorId: companion.personId, role: "companion", subjectId: noteId }]);
});

test("a line keeps its id when it is reworded, and one that is taken out stays in the database as removed", async () => {
  const { companion, sessionId } = await inTheRoom();
  const [coat, door] = [line("It is only a coat."), line("By the door.", "14:31")];
  await saveNote(companion, note(sessionId, 0, { lines: [coat, door] }));
  const reworded = { ...coat, text: "It is only a coat, he said." };
  await saveNote(companion, note(sessionId, 1, { lines: [reworded, { ...door, text: "" }] }));
  expect((await own(companion, sessionId))?.lines).toMatchObject([{ id: coat.id, text: reworded.text }]);
  const stored = await asSuperuser((sql) =>
    sql.query('select "id", "removedAt" is not null as gone from "CompanionLine" where "id" = any($1) order by gone', [
      [coat.id, door.id],
    ]),
  );
  expect(stored.rows).toEqual([
    { id: coat.id, gone: false },
    { id: door.id, gone: true },
  ]);
});

test("what a companion writes is not in clear in the database", async () => {
  const { companion, sessionId } = await inTheRoom();
  await saveNote(companion, note(sessionId, 0, { lines: [line("It is only a coat.")] }));
  const stored = await asSuperuser((sql) =>
    sql.query('select n::text || l::text as row from "CompanionNote" n join "CompanionLine" l on l."noteId" = n."id"'),
  );
  for (const { row } of stored.rows) expect(row).not.toMatch(/coat|slept|tired/);
  expect(stored.rows.length).toBeGreaterThan(0);
});

test("two windows on one note lose nothing: the second save is answered with both texts", async () => {
  const { companion, sessionId } = await inTheRoom();
  const coat = line("It is only a coat.");
  await saveNote(companion, note(sessionId, 0, { lines: [coat] }));
  await saveNote(companion, note(sessionId, 1, { saw: "From the first window." }));
  const late = saveNote(companion, note(sessionId, 1, { saw: "From the second.", lines: [line("A new line.")] }));
  await expect(late).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { saw: "From the first window.", version: "2", [`text:${coat.id}`]: coat.text } },
  });
  const atOnce = await Promise.allSettled([
    saveNote(companion, note(sessionId, 2, { saw: "One." })),
    saveNote(companion, note(sessionId, 2, { saw: "Two." })),
  ]);
  expect(atOnce.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await own(companion, sessionId))?.lines).toHaveLength(1);
});

test("a companion cannot write before the session has begun, nor about one that did not take place", async () => {
  const { companion, patient, therapist } = await inTheRoom();
  const ahead = await makeSession(therapist, patient, 30);
  const cancelled = await makeSession(therapist, patient, 40);
  await makeGrant(patient, companion, [ahead, cancelled]);
  await asSuperuser((sql) => sql.query(`update "Session" set "state" = 'cancelled' where "id" = $1`, [cancelled]));
  await expect(saveNote(companion, note(ahead, 0))).rejects.toThrow("once the session has begun");
  await expect(saveNote(companion, note(cancelled, 0))).rejects.toThrow("did not take place");
});

test.each(["patient", "therapist", "admin"] as const)("a %s cannot write a companion's note", async (role) => {
  const room = await inTheRoom();
  await expect(saveNote(room[role], note(room.sessionId, 0))).rejects.toMatchObject({ code: "refused" });
  await expect(handOverNote(room[role], { sessionId: room.sessionId, version: 1 })).rejects.toMatchObject({
    code: "refused",
  });
});

test("a companion without a grant, and one of another clinic, find no session to write about", async () => {
  const { clinicId, sessionId } = await inTheRoom();
  const other = await makeTrio();
  for (const stranger of [await makePerson(clinicId, "companion"), other.companion]) {
    await expect(saveNote(stranger, note(sessionId, 0))).rejects.toMatchObject({ code: "not-found" });
    expect(await read(stranger, (db) => findRoomSession(db, sessionId))).toBeNull();
  }
});

test("a companion whose access ends in the middle of writing is out on the next save, and the words stay closed", async () => {
  const { companion, patient, therapist, sessionId, grantId } = await inTheRoom();
  await saveNote(companion, note(sessionId, 0));
  await endGrant(patient, { grantId });
  await expect(saveNote(companion, note(sessionId, 1))).rejects.toMatchObject({ code: "not-found" });
  await expect(handOverNote(companion, { sessionId, version: 1 })).rejects.toMatchObject({ code: "not-found" });
  for (const actor of [companion, patient, therapist]) {
    expect(await read(actor, (db) => db.companionNote.count())).toBe(0);
    expect(await read(actor, (db) => db.companionLine.count())).toBe(0);
  }
});

test("two companions of one session do not see each other's notes", async () => {
  const { clinicId, companion, patient, sessionId } = await inTheRoom();
  const kim = await makePerson(clinicId, "companion", { name: "Kim" });
  await makeGrant(patient, kim);
  const coat = line("It is only a coat.");
  await saveNote(companion, note(sessionId, 0, { lines: [coat] }));
  await saveNote(kim, note(sessionId, 0, { saw: "Kim saw this." }));
  expect(await own(kim, sessionId)).toMatchObject({ saw: "Kim saw this.", lines: [] });
  expect(await read(kim, (db) => db.companionNote.count())).toBe(1);
  expect(await read(kim, (db) => db.companionLine.count())).toBe(0);
  const stolen = saveNote(kim, note(sessionId, 1, { lines: [{ ...coat, text: "Changed by Kim." }] }));
  await expect(stolen).rejects.toMatchObject({ code: "conflict" });
  expect((await own(companion, sessionId))?.lines).toMatchObject([{ text: coat.text }]);
});

test("handing over takes the note from its author, gives it to the patient, and tells them without a word about health", async () => {
  const { companion, patient, therapist, admin, sessionId, noteId } = await handedOver();
  expect(await own(companion, sessionId)).toBeNull();
  expect(await read(companion, (db) => findRoomSession(db, sessionId))).toMatchObject({
    isHandedOver: true,
    note: null,
  });
  expect(await read(companion, (db) => db.companionLine.count())).toBe(0);
  await expect(saveNote(companion, note(sessionId, 0))).rejects.toThrow("handed this note over already");
  expect(await read(therapist, (db) => listSharedCompanionNotes(db, [sessionId]))).toEqual([]);
  expect(await read(patient, (db) => listHandedOverNotes(db, patient.personId))).toMatchObject([{ id: noteId }]);
  expect(await auditOf(patient, "companionNote.handOver")).toMatchObject([{ subjectId: noteId }]);
  const mails = await read(admin, (db) => db.mail.findMany({ select: { subject: true, sealed: true, to: true } }));
  expect(mails).toMatchObject([{ subject: "You have something new", to: expect.stringContaining("@people.test") }]);
  expect(await read(companion, (db) => db.contact.findMany())).toHaveLength(1);
});

test("a note that changed since the last look, and an empty one, are not handed over", async () => {
  const { companion, sessionId } = await inTheRoom();
  await saveNote(companion, note(sessionId, 0, { saw: "", seemed: "" }));
  await expect(handOverNote(companion, { sessionId, version: 1 })).rejects.toThrow("nothing to hand over");
  await saveNote(companion, note(sessionId, 1));
  await expect(handOverNote(companion, { sessionId, version: 1 })).rejects.toThrow("Look at it once more");
  expect(await own(companion, sessionId)).toMatchObject({ version: 2 });
});

test("the patient opens a note before its words are there, and the log keeps the first time", async () => {
  const { patient, noteId } = await handedOver();
  expect(await read(patient, (db) => findHandedOverNote(db, noteId))).toMatchObject({ saw: "", lines: [] });
  await openNote(patient, { noteId });
  const opened = await read(patient, (db) => findHandedOverNote(db, noteId));
  expect(opened).toMatchObject({ saw: "You slept for a long while.", lines: [{ text: "It is only a coat." }] });
  await openNote(patient, { noteId });
  expect((await read(patient, (db) => findHandedOverNote(db, noteId)))?.openedAt).toEqual(opened?.openedAt);
  expect(await auditOf(patient, "companionNote.open")).toHaveLength(1);
});

test("another patient finds no note to open, and the companion and the therapist may not", async () => {
  const { clinicId, companion, therapist, noteId } = await handedOver();
  const other = await makePerson(clinicId, "patient");
  const { patient: foreign } = await makeTrio();
  for (const stranger of [other, foreign]) {
    await expect(openNote(stranger, { noteId })).rejects.toMatchObject({ code: "not-found" });
    expect(await read(stranger, (db) => findHandedOverNote(db, noteId))).toBeNull();
  }
  for (const actor of [companion, therapist]) {
    await expect(openNote(actor, { noteId })).rejects.toMatchObject({ code: "refused" });
  }
});

test("the care team reads a note while the patient shares it, and no longer once it is taken back", async () => {
  const { patient, therapist, clinicId, admin, sessionId, noteId } = await handedOver();
  await openNote(patient, { noteId });
  const outside = await makePerson(clinicId, "therapist", { name: "Ben Sato" });
  const seenBy = (actor: Actor) => read(actor, (db) => listSharedCompanionNotes(db, [sessionId]));
  const entry = { subject: "companionNote", subjectId: noteId, audience: "careTeam" } as const;
  await share(patient, entry);
  expect(await seenBy(therapist)).toMatchObject([
    { companionName: "Sam", saw: "You slept for a long while.", lines: [] },
  ]);
  await shareEveryLine(patient, { noteId });
  expect(await seenBy(therapist)).toMatchObject([
    { companionName: "Sam", saw: "You slept for a long while.", lines: [{ text: "It is only a coat." }] },
  ]);
  expect(await seenBy(outside)).toEqual([]);
  expect(await seenBy(admin)).toEqual([]);
  await takeBack(patient, entry);
  expect(await seenBy(therapist)).toEqual([]);
});

test("past the application, a companion cannot take a note back, and nobody rewrites one that was handed over", async () => {
  const { companion, patient, noteId } = await handedOver();
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [companion.handleHash]);
    const taken = sql.query('update "CompanionNote" set "handedOverAt" = null where "id" = $1', [noteId]);
    await expect(taken).rejects.toThrow("permission denied");
    await sql.query("select from enter($1, false)", [patient.handleHash]);
    const rewrite = sql.query(`update "CompanionNote" set "sawSealed" = 'x' where "id" = $1`, [noteId]);
    await expect(rewrite).rejects.toThrow("permission denied");
  });
});

test("a form's lines carry their ids in their names, and each keeps its own error", () => {
  const id = newId();
  const base = { sessionId: newId(), version: "0", saw: " You slept. ", seemed: "" };
  const given = noteInput.parse({ ...base, [`text:${id}`]: " A coat. ", [`time:${id}`]: "14:22", "text:x": "no" });
  expect(given).toMatchObject({ saw: "You slept.", lines: [{ id, time: "14:22", text: "A coat." }] });
  const wrong = noteInput.safeParse({ ...base, [`text:${id}`]: "a\u0000", [`time:${id}`]: "25:00" });
  expect(wrong.error?.issues.map(({ path }) => path[0]).sort()).toEqual([`text:${id}`, `time:${id}`]);
});
