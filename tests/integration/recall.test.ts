import { beforeAll, describe, expect, test } from "vitest";
import { keepMemory } from "@/lib/companions/memories/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import { openLine, setAside, takeUp } from "@/lib/companions/notes/opening/commands";
import type { Actor } from "@/lib/core/actor";
import { formatTime, withClock } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { putAway, saveEntry } from "@/lib/journal/commands";
import { keepQuote, shareQuote, unshareQuote } from "@/lib/quotes/commands";
import { arrange, layByClock, tieToThread } from "@/lib/recall/commands";
import { findDesk } from "@/lib/recall/queries";
import type { Change } from "@/lib/recall/rules";
import { completeSession, startSession } from "@/lib/sessions/commands";
import { share } from "@/lib/sharing/commands";
import { addTag } from "@/lib/threads/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { hoursFromNow, makeGrant, makeSession, makeTrio, setIntention } from "../support/companions";

const zone = "America/New_York";
const clock = (hours: number) => formatTime(hoursFromNow(hours), zone);
const line = (text: string, hours: number) => ({ id: newId(), time: clock(hours), text });
const blank = { version: 0, kind: "fragment", prompt: "", colour: "", title: "", moods: [], spoken: false } as const;

async function write(patient: Actor, hours: number, text: string) {
  const entryId = newId();
  await withClock(hoursFromNow(hours), () => saveEntry(patient, { ...blank, moods: [], entryId, text }));
  return entryId;
}

/** A session from five to two hours ago, with Sam's two lines, Ana's quote and Noor's fragment; nothing opened or shared yet. */
async function afterSession() {
  const trio = await makeTrio();
  const { patient, therapist, companion } = trio;
  const sessionId = await makeSession(therapist, patient, -5);
  await setIntention(patient, sessionId, "To let my shoulders down");
  await withClock(hoursFromNow(-5), () => startSession(therapist, { sessionId }));
  await withClock(hoursFromNow(-2), () => completeSession(therapist, { sessionId }));
  await makeGrant(patient, companion);
  const [coat, door] = [line("It is only a coat.", -4.5), line("By the door.", -4)];
  const texts = { saw: "You slept.", seemed: "Soft.", lines: [coat, door] };
  const noteId = await saveNote(companion, { sessionId, version: 0, ...texts });
  await handOverNote(companion, { sessionId, version: 1 });
  const quoteId = await keepQuote(therapist, { sessionId, time: clock(-3.5), text: "Heavy, but warm." });
  const entryId = await write(patient, -3, "light. door. nobody was angry");
  return { ...trio, sessionId, noteId, coatId: coat.id, doorId: door.id, quoteId, entryId };
}

type Room = Awaited<ReturnType<typeof afterSession>>;

/** The same with everything opened and shared with Noor. */
async function fullDesk() {
  const room = await afterSession();
  await openNote(room.patient, { noteId: room.noteId });
  await shareQuote(room.therapist, { quoteId: room.quoteId });
  return room;
}

const deskOf = async ({ patient, sessionId }: Pick<Room, "patient" | "sessionId">) => {
  const desk = await read(patient, (db) => findDesk(db, patient.personId, sessionId));
  if (!desk) throw new Error("There is no desk");
  return desk;
};
const textsOf = async (room: Room) => (await deskOf(room)).things.map(({ text }) => text);
const act = (room: Room, change: Change, subjectId: string, past?: string) =>
  arrange(room.patient, { sessionId: room.sessionId, change, subjectId, past });
const thingOf = async (room: Room, id: string) => (await deskOf(room)).things.find((thing) => thing.id === id);

let full: Room;
beforeAll(async () => {
  full = await fullDesk();
});

describe("what lies on the desk", () => {
  test("is what each keeps of one session, on one clock, with whose it is and who sees it", async () => {
    const desk = await deskOf(full);
    expect(desk.things).toMatchObject([
      { text: "It is only a coat.", owner: "companion", by: "Sam", subject: "companionLine" },
      { text: "By the door.", owner: "companion", by: "Sam" },
      { text: "Heavy, but warm.", owner: "therapist", by: "Ana Reyes", subject: "quote" },
      { text: "light. door. nobody was angry", owner: "you", subject: "entry" },
    ]);
    expect(desk.lanes.map(({ name }) => name)).toEqual(["You", "Sam", "Ana Reyes"]);
    expect(desk.intention?.text).toBe("To let my shoulders down");
    expect(desk.things.flatMap(({ id }) => desk.audienceOf(id).readers)).toEqual([]);
    expect(desk.waiting).toEqual([]);
  });

  test("nothing that still waits: a line is there once it is opened, a quote once it is shared, and not its words before", async () => {
    const room = await afterSession();
    expect(await textsOf(room)).toEqual(["light. door. nobody was angry"]);
    expect((await deskOf(room)).waiting).toEqual([{ id: room.noteId, by: "Sam" }]);
    await openLine(room.patient, { noteId: room.noteId, lineId: room.doorId });
    expect(await textsOf(room)).toEqual(["By the door.", "light. door. nobody was angry"]);
    expect((await deskOf(room)).waiting).toHaveLength(1);
    await openNote(room.patient, { noteId: room.noteId });
    await shareQuote(room.therapist, { quoteId: room.quoteId });
    expect(await textsOf(room)).toHaveLength(4);
    await unshareQuote(room.therapist, { quoteId: room.quoteId });
    expect(await textsOf(room)).not.toContain("Heavy, but warm.");
  });

  test("nothing of before it, of two days later, of another session, or put away", async () => {
    const room = await fullDesk();
    await write(room.patient, -6, "before");
    const away = await write(room.patient, -1, "put away");
    await putAway(room.patient, { entryId: away });
    await withClock(hoursFromNow(23), () => write(room.patient, 0, "two days later"));
    const other = await makeSession(room.therapist, room.patient, -80);
    await withClock(hoursFromNow(-80), () => startSession(room.therapist, { sessionId: other }));
    await withClock(hoursFromNow(-77), () => completeSession(room.therapist, { sessionId: other }));
    const quoteId = await keepQuote(room.therapist, { sessionId: other, time: clock(-79), text: "Of another day" });
    await shareQuote(room.therapist, { quoteId });
    expect(await textsOf(room)).toHaveLength(4);
    expect((await deskOf({ ...room, sessionId: other })).things.map(({ text }) => text)).toEqual(["Of another day"]);
    await expect(act(room, "bring", quoteId)).rejects.toMatchObject({ code: "not-found" });
  });

  test("what Noor remembers lies beside its line, and is gone when she takes its words away", async () => {
    const room = await fullDesk();
    const lineId = room.coatId;
    const memoryId = await keepMemory(room.patient, { lineId, version: 0, text: "The kitchen door." });
    expect(await thingOf(room, lineId)).toMatchObject({ memory: { id: memoryId, text: "The kitchen door." } });
    await act(room, "bring", memoryId);
    expect(await thingOf(room, lineId)).toMatchObject({ bringAt: null, memory: { brought: true } });
    await keepMemory(room.patient, { lineId, version: 1, text: "" });
    expect(await thingOf(room, lineId)).toMatchObject({ memory: null });
  });
});

describe("arranging", () => {
  test("a thing is brought, laid beside the intention, and left out again; the log says what was done without a word of it", async () => {
    const room = await fullDesk();
    await act(room, "bring", room.coatId);
    await act(room, "bring", room.coatId);
    await act(room, "beside", room.entryId);
    expect(await thingOf(room, room.coatId)).toMatchObject({ bringAt: expect.any(Date), withIntention: false });
    expect(await thingOf(room, room.entryId)).toMatchObject({ bringAt: null, withIntention: true });
    await act(room, "leave", room.coatId);
    await act(room, "apart", room.entryId);
    for (const id of [room.coatId, room.entryId])
      expect(await thingOf(room, id)).toMatchObject({ bringAt: null, withIntention: false });
    const entries = await read(room.patient, (db) => db.auditEntry.findMany({ where: { verb: "recall.arrange" } }));
    expect(entries).toHaveLength(5);
    const about = { patientId: room.patient.personId, subject: "companionLine", subjectId: room.coatId };
    expect(entries).toContainEqual(expect.objectContaining({ ...about, detail: { change: "bring" } }));
  });

  test("a thing moves past its neighbour, once, and everything lies by the clock again when she wants", async () => {
    const room = await fullDesk();
    await act(room, "up", room.entryId, room.quoteId);
    await act(room, "up", room.entryId, room.quoteId);
    const byHand = ["It is only a coat.", "By the door.", "light. door. nobody was angry", "Heavy, but warm."];
    expect(await textsOf(room)).toEqual(byHand);
    await act(room, "down", room.coatId, room.doorId);
    expect(await textsOf(room)).toEqual([byHand[1], byHand[0], byHand[2], byHand[3]]);
    expect(await deskOf(room)).toMatchObject({ arranged: true });
    await expect(act(room, "up", room.coatId, newId())).rejects.toMatchObject({ code: "conflict" });
    await layByClock(room.patient, { sessionId: room.sessionId });
    expect(await deskOf(room)).toMatchObject({ arranged: false, things: [{ id: room.coatId }, {}, {}, {}] });
  });

  test("what is set aside is folded away, a line on every page, and comes back", async () => {
    const room = await fullDesk();
    for (const id of [room.coatId, room.entryId, room.quoteId]) await act(room, "aside", id);
    expect(await textsOf(room)).toEqual(["By the door."]);
    expect((await deskOf(room)).aside.map(({ id }) => id)).toEqual([room.coatId, room.quoteId, room.entryId]);
    const set = await read(room.patient, (db) =>
      db.companionLine.findUnique({ where: { id: room.coatId }, select: { setAsideAt: true } }),
    );
    expect(set?.setAsideAt).toBeInstanceOf(Date);
    for (const id of [room.coatId, room.entryId, room.quoteId]) await act(room, "back", id);
    expect(await textsOf(room)).toHaveLength(4);
  });

  test("a note that is set aside takes its lines along, and they come back with it", async () => {
    const room = await fullDesk();
    await setAside(room.patient, { noteId: room.noteId });
    const { things, aside, lanes } = await deskOf(room);
    expect(things.map(({ id }) => id)).toEqual([room.quoteId, room.entryId]);
    expect(aside).toMatchObject([{ withNote: true }, { withNote: true }]);
    expect(lanes.map(({ name }) => name)).toEqual(["You", "Ana Reyes"]);
    await expect(act(room, "back", room.coatId)).rejects.toThrow("whole note is set aside");
    await takeUp(room.patient, { noteId: room.noteId });
    expect(await textsOf(room)).toHaveLength(4);
  });

  test("a thing is tied to a thread of hers, and to no one else’s; a page brings its own tags", async () => {
    const room = await fullDesk();
    const { patient, sessionId, coatId, entryId } = room;
    await addTag(patient, { entryId, kind: "image", name: "the coat" });
    const [thread] = (await deskOf(room)).threads;
    const threadId = thread?.id ?? "";
    expect(await thingOf(room, entryId)).toMatchObject({ tags: [threadId] });
    await tieToThread(patient, { sessionId, subjectId: coatId, threadId });
    expect(await thingOf(room, coatId)).toMatchObject({ threadId });
    await tieToThread(patient, { sessionId, subjectId: coatId, threadId: null });
    expect(await thingOf(room, coatId)).toMatchObject({ threadId: null });
    const other = await afterSession();
    const theirs = tieToThread(other.patient, { sessionId: other.sessionId, subjectId: other.entryId, threadId });
    await expect(theirs).rejects.toMatchObject({ code: "not-found" });
  });

  test("the same form sent twice is one act", async () => {
    const room = await fullDesk();
    const patient = { ...room.patient, formKey: newId() };
    const input = { sessionId: room.sessionId, change: "bring", subjectId: room.coatId, past: undefined } as const;
    await Promise.all([arrange({ ...patient }, input), arrange({ ...patient }, input)]);
    const entries = await read(room.patient, (db) => db.auditEntry.findMany({ where: { verb: "recall.arrange" } }));
    expect(entries).toHaveLength(1);
  });
});

describe("whose desk it is", () => {
  test("nobody else arranges it or finds it", async () => {
    const { clinicId, admin, therapist, companion, sessionId, coatId } = full;
    const input = { sessionId, change: "bring", subjectId: coatId, past: undefined } as const;
    for (const actor of [admin, therapist, companion]) {
      await expect(arrange(actor, input)).rejects.toMatchObject({ code: "refused" });
      expect(await read(actor, (db) => findDesk(db, actor.personId, sessionId))).toBeNull();
    }
    const stranger = await makePerson((await makeClinic()).clinicId, "patient");
    const other = await makePerson(clinicId, "patient");
    for (const actor of [other, stranger]) {
      await expect(arrange(actor, input)).rejects.toMatchObject({ code: "not-found" });
      const found = await read(actor, (db) => findDesk(db, full.patient.personId, sessionId));
      expect(found).toBeNull();
      expect(await read(actor, (db) => db.recallItem.findMany())).toEqual([]);
    }
  });

  test("there is none for a session that has not begun, or that is no dose", async () => {
    const { patient, therapist } = full;
    const next = await makeSession(therapist, patient, 48);
    for (const sessionId of [next, newId(), "x"]) {
      expect(await read(patient, (db) => findDesk(db, patient.personId, sessionId))).toBeNull();
    }
  });

  test("who sees a thing is said on it, and changes with what is shared", async () => {
    const room = await fullDesk();
    await share(room.patient, { subject: "companionLine", subjectId: room.coatId, audience: "careTeam" });
    const desk = await deskOf(room);
    expect(desk.audienceOf(room.coatId).readers).toMatchObject([{ audience: "careTeam" }]);
    expect(desk.audienceOf(room.doorId).readers).toEqual([]);
  });
});
