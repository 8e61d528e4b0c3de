import { expect, test } from "vitest";
import { endGrant } from "@/lib/companions/grants/commands";
import { keepMemory } from "@/lib/companions/memories/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import { openLine, setAside } from "@/lib/companions/notes/opening/commands";
import { listSharedCompanionNotes, listSharedLines } from "@/lib/companions/notes/queries";
import {
  chooseLines,
  shareEveryLine,
  shareNote,
  takeBackEveryLine,
  takeBackNote,
} from "@/lib/companions/notes/sharing/commands";
import { keepFromRoom } from "@/lib/companions/room/commands";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { share, takeBack } from "@/lib/sharing/commands";
import { makePerson } from "@/prisma/seed/factories";
import { assign, hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";
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

const linesFor = async (actor: Actor, sessionId: string) =>
  (await read(actor, (db) => listSharedLines(db, sessionId))).map(({ text }) => text);
const auditOf = (patient: Actor, verb: string) =>
  read(patient, (db) => db.auditEntry.findMany({ where: { verb, patientId: patient.personId } }));
const seesBySql = (actor: Actor, table: string) =>
  asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [actor.handleHash]);
    return (await sql.query(`select "id" from "${table}"`)).rows.map(({ id }) => id);
  });

test("the care team reads exactly the lines that were shared, with the memory beside them when that is shared too", async () => {
  const { admin, patient, therapist, noteId, sessionId, first, second, third } = await handedOver();
  const colleague = await makePerson(admin.clinicId, "therapist", { name: "Ben Sato" });
  await openNote(patient, { noteId });
  const memoryId = await keepMemory(patient, { lineId: first, version: 0, text: "My father's coat." });
  await keepMemory(patient, { lineId: second, version: 0, text: "The old flat." });
  for (const lineId of [first, second]) {
    await share(patient, { subject: "companionLine", subjectId: lineId, audience: "careTeam" });
  }
  await share(patient, { subject: "memory", subjectId: memoryId, audience: "careTeam" });
  const seen = await read(therapist, (db) => listSharedLines(db, sessionId));
  expect(seen).toMatchObject([
    { id: first, noteId, by: "Sam", text: words[0], memory: "My father's coat." },
    { id: second, by: "Sam", text: words[1], memory: null },
  ]);
  expect((await seesBySql(therapist, "CompanionLine")).sort()).toEqual([first, second].sort());
  expect(await seesBySql(therapist, "Memory")).toEqual([memoryId]);
  expect(await seesBySql(therapist, "CompanionNote")).toEqual([]);
  expect(await read(therapist, (db) => listSharedCompanionNotes(db, [sessionId]))).toEqual([]);
  for (const other of [colleague, admin]) expect(await linesFor(other, sessionId)).toEqual([]);
  await takeBack(patient, { subject: "companionLine", subjectId: first, audience: "careTeam" });
  expect(await linesFor(therapist, sessionId)).toEqual([words[1]]);
  expect(await seesBySql(therapist, "CompanionLine")).not.toContain(third);
});

test("sharing the note alone shows no line, and its control offers the lines along with it in one act", async () => {
  const { patient, therapist, noteId, sessionId, third } = await handedOver();
  await openNote(patient, { noteId });
  await setAside(patient, { noteId, lineId: third });
  await shareNote(patient, { noteId, withLines: false });
  const seen = () => read(therapist, (db) => listSharedCompanionNotes(db, [sessionId]));
  expect(await seen()).toMatchObject([{ saw: "You slept.", moved: "That you laughed.", lines: [] }]);
  await shareNote(patient, { noteId, withLines: true });
  expect(await seen()).toMatchObject([{ lines: [{ text: words[0] }, { text: words[1] }] }]);
  expect(await auditOf(patient, "share.give")).toMatchObject([
    { subjectId: noteId, detail: { audience: "careTeam", lines: 0 } },
    { subjectId: noteId, detail: { audience: "careTeam", lines: 2 } },
  ]);
  await takeBackNote(patient, { noteId, withLines: false });
  expect(await seen()).toEqual([]);
  expect(await linesFor(therapist, sessionId)).toHaveLength(2);
  await takeBackNote(patient, { noteId, withLines: true });
  expect(await seesBySql(therapist, "CompanionLine")).toEqual([]);
});

test("every line is shared in one act, half of them by ticking, and all taken back in one act with what is beside them", async () => {
  const { companion, patient, therapist, noteId, sessionId, first, second } = await handedOver();
  await openNote(patient, { noteId });
  const memoryId = await keepMemory(patient, { lineId: first, version: 0, text: "My father's coat." });
  await share(patient, { subject: "memory", subjectId: memoryId, audience: "careTeam" });
  await shareEveryLine(patient, { noteId });
  expect(await linesFor(therapist, sessionId)).toEqual(words);
  await chooseLines(patient, { noteId, lineIds: [first] });
  expect(await linesFor(therapist, sessionId)).toEqual([words[0]]);
  await chooseLines(patient, { noteId, lineIds: [first, second] });
  expect(await linesFor(therapist, sessionId)).toEqual(words.slice(0, 2));
  const forSam = { subject: "companionLine", audience: "companion", companionId: companion.personId } as const;
  await share(patient, { ...forSam, subjectId: second });
  expect(await linesFor(companion, sessionId)).toEqual([words[1]]);
  await takeBackEveryLine(patient, { noteId });
  for (const actor of [therapist, companion]) expect(await linesFor(actor, sessionId)).toEqual([]);
  expect(await seesBySql(therapist, "Memory")).toEqual([]);
  const live = await asSuperuser((sql) =>
    sql.query('select 1 from "Share" where "patientId" = $1 and "takenBackAt" is null', [patient.personId]),
  );
  expect(live.rows).toEqual([]);
});

test("of a note that is not open, nothing can be shared along: a line that waits is not among them", async () => {
  const { patient, therapist, noteId, sessionId, first, second } = await handedOver();
  await openLine(patient, { noteId, lineId: first });
  await shareEveryLine(patient, { noteId });
  await chooseLines(patient, { noteId, lineIds: [first, second] });
  expect(await linesFor(therapist, sessionId)).toEqual([words[0]]);
});

test("of two companions at two sessions, each line stands with its session, and under the name of who wrote it", async () => {
  const { admin, companion, patient, therapist } = await makeTrio();
  const kim = await makePerson(admin.clinicId, "companion", { name: "Kim" });
  const [early, late] = [await makeSession(therapist, patient, -72), await makeSession(therapist, patient, -2)];
  await makeGrant(patient, companion, [early]);
  const kims = await makeGrant(patient, kim, [late]);
  for (const [who, sessionId, text, hours] of [
    [companion, early, "Early words.", -71],
    [kim, late, "Late words.", -1],
  ] as const) {
    await keepFromRoom(who, sessionId, [{ kind: "line", id: newId(), at: hoursFromNow(hours), text }]);
    await handOverNote(who, { sessionId, version: 1 });
  }
  const notes = await read(patient, (db) => db.companionNote.findMany({ select: { id: true } }));
  for (const { id } of notes) {
    await openNote(patient, { noteId: id });
    await shareEveryLine(patient, { noteId: id });
  }
  await endGrant(patient, { grantId: kims });
  const seen = (sessionId: string) => read(therapist, (db) => listSharedLines(db, sessionId));
  expect(await seen(early)).toMatchObject([{ text: "Early words.", by: "Sam" }]);
  expect(await seen(late)).toMatchObject([{ text: "Late words.", by: "Kim" }]);
  const former = await makePerson(admin.clinicId, "therapist", { name: "Ben Sato" });
  expect(await read(former, (db) => listSharedLines(db, late))).toEqual([]);
  await assign(admin, patient, former);
  expect(await read(former, (db) => listSharedLines(db, late))).toHaveLength(1);
});
