import { expect, test } from "vitest";
import { endGrant } from "@/lib/companions/grants/commands";
import { handOverNote } from "@/lib/companions/notes/commands";
import { keepFromRoom } from "@/lib/companions/room/commands";
import { findRoom, findRoomGlance } from "@/lib/companions/room/queries";
import type { Kept } from "@/lib/companions/room/schema";
import type { Actor } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { startSession } from "@/lib/sessions/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";
import { entriesOf } from "../support/sessions";
import { countStatements } from "../support/statements";

const minute = 60_000;
const ago = (minutes: number) => new Date(Math.floor(Date.now() / 1_000) * 1_000 - minutes * minute);
const said = (text: string, minutes: number): Kept => ({ kind: "line", id: newId(), at: ago(minutes), text });
const look = (minutes: number): Kept => ({ kind: "lookIn", id: newId(), at: ago(minutes) });
const call = (minutes: number): Kept => ({ kind: "call", id: newId(), at: ago(minutes) });

/** A session that began twenty minutes ago, and a companion who is let into it. */
async function makeRoom() {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, -1 / 3);
  await startSession(trio.therapist, { sessionId });
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  return { ...trio, sessionId, grantId };
}

const roomOf = (companion: Actor, sessionId: string) =>
  read(companion, (db) => findRoom(db, sessionId, companion.personId));

const set = (sql: string, ...values: unknown[]) => asSuperuser((client) => client.query(sql, values));

test("what a companion keeps in the room is there once, in order and with its own times, however often the device sends it", async () => {
  const { companion, sessionId } = await makeRoom();
  const items = [
    said("It is only a coat.", 9),
    look(7),
    said("You can hang it there.", 5),
    call(4),
    said("By the door.", 3),
  ];
  const ids = items.map(({ id }) => id);
  for (const _ of [1, 2, 3]) expect((await keepFromRoom(companion, sessionId, items)).sort()).toEqual([...ids].sort());
  const room = await roomOf(companion, sessionId);
  expect(room?.lines.map(({ text }) => text)).toEqual(["It is only a coat.", "You can hang it there.", "By the door."]);
  expect(room?.lines.map(({ at }) => at)).toEqual([items[0]?.at, items[2]?.at, items[4]?.at]);
  expect(room?.lastLookIn).toEqual(items[1]?.at);
  expect(room?.calls).toMatchObject([{ id: ids[3], at: items[3]?.at, acknowledgedAt: null }]);
});

test("words that were on the way late take their place by their own time, and a line that comes in two batches is one line", async () => {
  const { companion, sessionId } = await makeRoom();
  const [early, late] = [said("First", 15), said("Second", 2)];
  await keepFromRoom(companion, sessionId, [late]);
  await Promise.all([keepFromRoom(companion, sessionId, [early, late]), keepFromRoom(companion, sessionId, [early])]);
  expect((await roomOf(companion, sessionId))?.lines.map(({ text }) => text)).toEqual(["First", "Second"]);
});

test("two devices of one companion begin one note", async () => {
  const { companion, sessionId } = await makeRoom();
  await Promise.all([1, 2, 3, 4].map((n) => keepFromRoom(companion, sessionId, [said(`Line ${n}`, n)])));
  expect((await roomOf(companion, sessionId))?.lines).toHaveLength(4);
  const notes = await set(`select * from "CompanionNote" where "sessionId" = $1`, sessionId);
  expect(notes.rows).toHaveLength(1);
});

test("a time beyond the session's day or ahead of the portal's clock is brought back to it, and the words are kept", async () => {
  const { companion, sessionId } = await makeRoom();
  await keepFromRoom(companion, sessionId, [said("Ahead", -600), said("Long ago", 60 * 24 * 40)]);
  const room = await roomOf(companion, sessionId);
  const times = room?.lines.map(({ at }) => at.getTime()) ?? [];
  expect(room?.lines.map(({ text }) => text)).toEqual(["Long ago", "Ahead"]);
  expect(times[1]).toBeLessThanOrEqual(Date.now());
  expect(Date.now() - (times[0] ?? 0)).toBeLessThan(26 * 60 * minute);
});

test("the words are sealed, and the log has one entry for a sitting of lines and one for each call", async () => {
  const { admin, companion, patient, sessionId } = await makeRoom();
  await keepFromRoom(companion, sessionId, [said("It is only a coat.", 9), look(8)]);
  await keepFromRoom(companion, sessionId, [said("By the door.", 3), look(1), call(1)]);
  await keepFromRoom(companion, sessionId, [call(0)]);
  const { rows } = await set(
    `select "textSealed" from "CompanionLine" l join "CompanionNote" n on n."id" = l."noteId" where n."sessionId" = $1`,
    sessionId,
  );
  expect(rows.every(({ textSealed }) => /^v1\./.test(textSealed))).toBe(true);
  expect(await entriesOf(admin, "companionLine.add")).toMatchObject([
    { actorId: companion.personId, patientId: patient.personId },
  ]);
  expect(await entriesOf(admin, "lookIn.note")).toHaveLength(1);
  expect(await entriesOf(admin, "staff.call")).toHaveLength(2);
});

test("before the session's day nothing is kept, and on its day it is, before the session has begun", async () => {
  const { therapist, patient, companion } = await makeTrio();
  const tomorrow = await makeSession(therapist, patient, 48);
  await makeGrant(patient, companion);
  for (const item of [said("Early", 0), look(0), call(0)]) {
    await expect(keepFromRoom(companion, tomorrow, [item])).rejects.toMatchObject({ code: "conflict" });
  }
  const { rows } = await set(`select "startsAt" from "Session" where "id" = $1`, tomorrow);
  const onTheDay = new Date(rows[0].startsAt.getTime() - 5 * minute);
  const line: Kept = { kind: "line", id: newId(), at: onTheDay, text: "We wait." };
  expect(await withClock(onTheDay, () => keepFromRoom(companion, tomorrow, [line]))).toEqual([line.id]);
});

test("after handing over neither lines nor looks are kept, and a call still is", async () => {
  const { companion, sessionId } = await makeRoom();
  await keepFromRoom(companion, sessionId, [said("By the door.", 3)]);
  await handOverNote(companion, { sessionId, version: 1 });
  for (const item of [said("Late", 0), look(0)]) {
    await expect(keepFromRoom(companion, sessionId, [item])).rejects.toMatchObject({ code: "conflict" });
  }
  const help = call(0);
  expect(await keepFromRoom(companion, sessionId, [help])).toEqual([help.id]);
});

test.each<[string, (room: Awaited<ReturnType<typeof makeRoom>>) => Promise<unknown>]>([
  ["the patient ended it", ({ patient, grantId }) => endGrant(patient, { grantId })],
  [
    "the clinic paused it",
    ({ grantId }) => set(`update "CompanionGrant" set "suspendedAt" = now() where "id" = $1`, grantId),
  ],
  [
    "it was for another session",
    ({ grantId }) => set(`update "CompanionGrantSession" set "removedAt" = now() where "grantId" = $1`, grantId),
  ],
])("once access is over because %s, nothing is kept and nothing is seen", async (_why, close) => {
  const room = await makeRoom();
  const { companion, sessionId } = room;
  await keepFromRoom(companion, sessionId, [said("By the door.", 3), call(2)]);
  await close(room);
  for (const item of [said("Late", 0), look(0), call(0)]) {
    await expect(keepFromRoom(companion, sessionId, [item])).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await roomOf(companion, sessionId)).toBeNull();
  expect(await read(companion, (db) => findRoomGlance(db, sessionId, companion.personId))).toEqual({
    over: true,
    why: "ended",
  });
});

test("another companion of the same session sees nothing of what the first one keeps, and cannot take its place", async () => {
  const { clinicId, patient, companion, sessionId } = await makeRoom();
  const other = await makePerson(clinicId, "companion", { name: "Jo" });
  await makeGrant(patient, other, [sessionId]);
  const items = [said("By the door.", 3), look(2), call(1)];
  await keepFromRoom(companion, sessionId, items);
  expect(await roomOf(other, sessionId)).toMatchObject({ lines: [], calls: [], lastLookIn: null });
  for (const item of items) expect(await keepFromRoom(other, sessionId, [item])).toEqual([]);
  expect((await roomOf(companion, sessionId))?.lines).toHaveLength(1);
});

test("nobody else keeps anything in a room", async () => {
  const { clinicId, therapist, patient, admin, sessionId } = await makeRoom();
  const stranger = await makeClinic();
  const lookers = [await makePerson(clinicId, "companion"), await makePerson(stranger.clinicId, "companion")];
  for (const who of [therapist, patient, admin]) {
    await expect(keepFromRoom(who, sessionId, [call(0)])).rejects.toMatchObject({ code: "refused" });
  }
  for (const who of lookers) {
    await expect(keepFromRoom(who, sessionId, [call(0)])).rejects.toMatchObject({ code: "not-found" });
  }
});

test("a room and a batch take as many statements for one line as for many", async () => {
  const { companion, sessionId } = await makeRoom();
  const lines = (many: number) => Array.from({ length: many }, (_, n) => said(`Line ${n}`, 1));
  await keepFromRoom(companion, sessionId, lines(1));
  const one = await countStatements(() => keepFromRoom(companion, sessionId, lines(1)));
  const opened = await countStatements(() => roomOf(companion, sessionId));
  expect(await countStatements(() => keepFromRoom(companion, sessionId, lines(50)))).toBe(one);
  expect(await countStatements(() => roomOf(companion, sessionId))).toBe(opened);
});
