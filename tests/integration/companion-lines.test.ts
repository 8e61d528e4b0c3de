import { expect, test } from "vitest";
import { keepMemory } from "@/lib/companions/memories/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import { chooseWhom, openLine, setAside, takeUp } from "@/lib/companions/notes/opening/commands";
import { findOpenedLine } from "@/lib/companions/notes/opening/queries";
import { findHandedOverNote, findOwnNote, listSharedCompanionNotes } from "@/lib/companions/notes/queries";
import { shareEveryLine, shareNote, takeBackEveryLine } from "@/lib/companions/notes/sharing/commands";
import { keepFromRoom } from "@/lib/companions/room/commands";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { share } from "@/lib/sharing/commands";
import { makePerson } from "@/prisma/seed/factories";
import { hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";

async function inTheRoom() {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, -2);
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  return { ...trio, sessionId, grantId };
}

const words = ["It is only a coat.", "You can hang it there.", "By the door."];

/** A note with three lines, in the order in which they were said, handed over. */
async function handedOver() {
  const room = await inTheRoom();
  const lines = words.map((text) => ({ id: newId(), text, time: "" }));
  const said = lines.map(({ id, text }, index) => ({
    kind: "line" as const,
    id,
    text,
    at: hoursFromNow(-1 + index / 10),
  }));
  await keepFromRoom(room.companion, room.sessionId, said);
  const draft = { sessionId: room.sessionId, version: 1, saw: "You slept.", seemed: "Soft.", lines: [] };
  const noteId = await saveNote(room.companion, { ...draft, moved: "That you laughed." });
  await handOverNote(room.companion, { sessionId: room.sessionId, version: 2 });
  const [first = "", second = "", third = ""] = lines.map(({ id }) => id);
  return { ...room, noteId, first, second, third };
}

const noteOf = (patient: Actor, noteId: string) => read(patient, (db) => findHandedOverNote(db, noteId));
const auditOf = (patient: Actor, verb: string) =>
  read(patient, (db) => db.auditEntry.findMany({ where: { verb, patientId: patient.personId } }));
const seesBySql = (actor: Actor, table: string) =>
  asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [actor.handleHash]);
    return (await sql.query(`select "id" from "${table}"`)).rows.map(({ id }) => id);
  });

test("lines from the room stand in the debrief, to be corrected or taken out until the note is handed over", async () => {
  const { companion, sessionId } = await inTheRoom();
  const id = newId();
  await keepFromRoom(companion, sessionId, [{ kind: "line", id, at: hoursFromNow(-1), text: "It is only a cat." }]);
  const own = () => read(companion, (db) => findOwnNote(db, sessionId, companion.personId));
  expect(await own()).toMatchObject({ lines: [{ id, text: "It is only a cat." }], rideHome: [] });
  const debrief = { sessionId, saw: "", seemed: "", moved: "I was glad to be there." };
  const corrected = { id, time: "", text: "It is only a coat." };
  await saveNote(companion, { ...debrief, version: 1, rideHome: ["staff", "belt"], lines: [corrected] });
  expect(await own()).toMatchObject({
    moved: "I was glad to be there.",
    rideHome: ["staff", "belt"],
    lines: [{ text: "It is only a coat." }],
  });
  await saveNote(companion, { sessionId, version: 2, saw: "", seemed: "", lines: [] });
  expect(await own()).toMatchObject({ moved: "I was glad to be there.", rideHome: ["staff", "belt"] });
  await handOverNote(companion, { sessionId, version: 3 });
  await expect(saveNote(companion, { ...debrief, version: 4, lines: [] })).rejects.toThrow("handed this note over");
});

test("a note that waits tells from whom it is and of which session, and not one word more", async () => {
  const { patient, noteId, first } = await handedOver();
  const note = await noteOf(patient, noteId);
  expect(note).toMatchObject({
    saw: "",
    seemed: "",
    moved: "",
    lines: [],
    aside: [],
    openedAt: null,
    nextLineId: first,
  });
  expect(note?.grant.companionName).toBe("Sam");
  expect(JSON.stringify(note)).not.toMatch(/coat|slept|laughed/);
});

test("a patient opens line by line, each with its own time, and the rest of the note stays closed", async () => {
  const { patient, noteId, sessionId, first, second } = await handedOver();
  await openLine(patient, { noteId, lineId: first, openWith: "therapist" });
  expect(await noteOf(patient, noteId)).toMatchObject({
    openWith: "therapist",
    lines: [{ id: first, text: words[0] }],
    saw: "",
    hasProse: true,
    nextLineId: second,
  });
  await openLine(patient, { noteId, lineId: first });
  await openLine(patient, { noteId, lineId: second });
  const entries = await auditOf(patient, "companionLine.open");
  expect(entries.map(({ subjectId }) => subjectId)).toEqual([first, second]);
  expect(await auditOf(patient, "companionNote.open")).toEqual([]);
  const book = await read(patient, (db) => listSharedCompanionNotes(db, [sessionId]));
  expect(book).toMatchObject([{ saw: "", moved: "", lines: [{ text: words[0] }, { text: words[1] }] }]);
  await openNote(patient, { noteId });
  const note = await noteOf(patient, noteId);
  expect(note).toMatchObject({
    saw: "You slept.",
    moved: "That you laughed.",
    nextLineId: null,
    openWith: "therapist",
  });
  expect(note?.lines).toHaveLength(3);
});

test("with whom to open it can be said on one day, and opening it left for another", async () => {
  const { patient, noteId } = await handedOver();
  await chooseWhom(patient, { noteId, openWith: "companion" });
  expect(await noteOf(patient, noteId)).toMatchObject({ openWith: "companion", openedAt: null, lines: [] });
  expect(await auditOf(patient, "companionNote.chooseWhom")).toMatchObject([{ subjectId: noteId }]);
  expect(await auditOf(patient, "companionLine.setAside")).toEqual([]);
});

test("what a patient sets aside is out of sight, also in their book, and is taken up again as it was", async () => {
  const { patient, noteId, sessionId, first, second } = await handedOver();
  await openLine(patient, { noteId, lineId: first });
  await setAside(patient, { noteId, lineId: first });
  await setAside(patient, { noteId, lineId: second });
  await openNote(patient, { noteId });
  const note = await noteOf(patient, noteId);
  expect(note?.lines.map(({ text }) => text)).toEqual([words[2]]);
  expect(note?.aside.map(({ id }) => id)).toEqual([first, second]);
  expect(JSON.stringify(note)).not.toContain("coat");
  expect(await read(patient, (db) => findOpenedLine(db, noteId, first))).toBeNull();
  await takeUp(patient, { noteId, lineId: second });
  expect((await noteOf(patient, noteId))?.lines.map(({ text }) => text)).toEqual(words.slice(1));
  await setAside(patient, { noteId });
  expect(await read(patient, (db) => listSharedCompanionNotes(db, [sessionId]))).toEqual([]);
  expect(await noteOf(patient, noteId)).toMatchObject({ setAsideAt: expect.any(Date) });
  await takeUp(patient, { noteId });
  expect(await noteOf(patient, noteId)).toMatchObject({ setAsideAt: null });
  const laid = async (verb: string) => (await auditOf(patient, verb)).map(({ subjectId }) => subjectId);
  expect(await laid("companionLine.setAside")).toEqual([first, second, noteId]);
  expect(await laid("companionLine.takeUp")).toEqual([second, noteId]);
  const stamps = await asSuperuser((sql) =>
    sql.query('select "openedAt" from "CompanionLine" where "noteId" = $1', [noteId]),
  );
  expect(stamps.rows.every(({ openedAt }) => openedAt !== null)).toBe(true);
});

test("before handing over, the patient finds nothing to open, to set aside or to share", async () => {
  const { companion, patient, therapist, sessionId } = await inTheRoom();
  const line = { id: newId(), time: "", text: "It is only a coat." };
  const noteId = await saveNote(companion, { sessionId, version: 0, saw: "You slept.", seemed: "", lines: [line] });
  const lineId = line.id;
  const attempts = [
    () => openNote(patient, { noteId }),
    () => openLine(patient, { noteId, lineId }),
    () => setAside(patient, { noteId, lineId }),
    () => takeUp(patient, { noteId }),
    () => shareNote(patient, { noteId, withLines: true }),
    () => shareEveryLine(patient, { noteId }),
    () => keepMemory(patient, { lineId, version: 0, text: "Mine." }),
    () => share(patient, { subject: "companionLine", subjectId: lineId, audience: "careTeam" }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  for (const actor of [patient, therapist]) expect(await seesBySql(actor, "CompanionLine")).toEqual([]);
});

test("another patient finds none of it, and nobody but a patient may open, set aside or share", async () => {
  const { admin, companion, therapist, noteId, first } = await handedOver();
  const stranger = await makePerson(admin.clinicId, "patient");
  const attempts = (actor: Actor) => [
    () => openNote(actor, { noteId }),
    () => openLine(actor, { noteId, lineId: first }),
    () => setAside(actor, { noteId, lineId: first }),
    () => chooseWhom(actor, { noteId, openWith: "alone" }),
    () => shareEveryLine(actor, { noteId }),
    () => takeBackEveryLine(actor, { noteId }),
    () => keepMemory(actor, { lineId: first, version: 0, text: "Mine." }),
  ];
  for (const attempt of attempts(stranger)) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  for (const actor of [companion, therapist, admin])
    for (const attempt of attempts(actor)) await expect(attempt()).rejects.toMatchObject({ code: "refused" });
});

test("past the application, nobody rewords a line that was handed over, and its author no longer sees that it is there", async () => {
  const { companion, patient, noteId, first } = await handedOver();
  expect(await seesBySql(companion, "CompanionLine")).toEqual([]);
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [patient.handleHash]);
    const reword = sql.query(`update "CompanionLine" set "textSealed" = 'x' where "id" = $1`, [first]);
    await expect(reword).rejects.toThrow("permission denied");
    const retime = sql.query(`update "CompanionLine" set "at" = now() where "noteId" = $1`, [noteId]);
    await expect(retime).rejects.toThrow("permission denied");
  });
});
