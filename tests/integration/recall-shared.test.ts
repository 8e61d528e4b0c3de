import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { SharedPart } from "@/app/therapist/sessions/[sessionId]/shared-part";
import { keepMemory } from "@/lib/companions/memories/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import type { Actor } from "@/lib/core/actor";
import { formatTime, withClock } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { saveEntry } from "@/lib/journal/commands";
import { keepQuote, shareQuote } from "@/lib/quotes/commands";
import { arrange } from "@/lib/recall/commands";
import { findSharedPart } from "@/lib/recall/shared/queries";
import { seeShared } from "@/lib/records/commands";
import { completeSession, startSession } from "@/lib/sessions/commands";
import { findSession } from "@/lib/sessions/queries";
import { share, takeBack } from "@/lib/sharing/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { planSession } from "@/prisma/seed/sessions";
import { assign, hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";

const zone = "America/New_York";
const clock = (hours: number) => formatTime(hoursFromNow(hours), zone);
const line = (text: string, hours: number) => ({ id: newId(), time: clock(hours), text });

/** After a session: two lines, two fragments, two quotes, all opened; of each the first is shared with the care team, or with Noor. */
async function afterSession() {
  const trio = await makeTrio();
  const { patient, therapist, companion } = trio;
  const sessionId = await makeSession(therapist, patient, -5);
  await withClock(hoursFromNow(-5), () => startSession(therapist, { sessionId }));
  await withClock(hoursFromNow(-2), () => completeSession(therapist, { sessionId }));
  await makeGrant(patient, companion);
  const [coat, door] = [line("It is only a coat.", -4.5), line("By the door.", -4)];
  const texts = { saw: "You slept.", seemed: "Soft.", lines: [coat, door] };
  const noteId = await saveNote(companion, { sessionId, version: 0, ...texts });
  await handOverNote(companion, { sessionId, version: 1 });
  await openNote(patient, { noteId });
  const quoteId = await keepQuote(therapist, { sessionId, time: clock(-3.5), text: "Heavy, but warm." });
  await shareQuote(therapist, { quoteId });
  const ownQuoteId = await keepQuote(therapist, { sessionId, time: clock(-3.4), text: "For the team." });
  const light = await fragment(patient, -3, "light");
  const dark = await fragment(patient, -2.5, "dark");
  await share(patient, { subject: "companionLine", subjectId: coat.id, audience: "careTeam" });
  await share(patient, { subject: "entry", subjectId: light, audience: "careTeam" });
  return { ...trio, sessionId, coat: coat.id, door: door.id, quoteId, ownQuoteId, light, dark };
}

async function fragment(patient: Actor, hours: number, text: string) {
  const entryId = newId();
  const blank = { version: 0, kind: "fragment", prompt: "", colour: "", title: "", moods: [], spoken: false } as const;
  await withClock(hoursFromNow(hours), () => saveEntry(patient, { ...blank, moods: [], entryId, text }));
  return entryId;
}

type Room = Awaited<ReturnType<typeof afterSession>>;
const partOf = (actor: Actor, sessionId: string) =>
  read(actor, async (db) => {
    const session = await findSession(db, sessionId);
    return session && findSharedPart(db, actor, session);
  });
const textsOf = async (actor: Actor, sessionId: string) =>
  (await partOf(actor, sessionId))?.rows.map(({ text }) => text) ?? [];
const bring = (room: Room, subjectId: string) =>
  arrange(room.patient, { sessionId: room.sessionId, change: "bring", subjectId, past: undefined });

let room: Room;
beforeAll(async () => {
  room = await afterSession();
});

describe("what a therapist sees beside the note", () => {
  test("is exactly what is shared, and what they wrote down themselves, by its time", async () => {
    expect(await textsOf(room.therapist, room.sessionId)).toEqual([
      "It is only a coat.",
      "Heavy, but warm.",
      "For the team.",
      "light",
    ]);
  });

  test("says of what they see whether Noor brings it, and of the rest nothing", async () => {
    const mine = await afterSession();
    for (const id of [mine.coat, mine.door, mine.dark, mine.quoteId]) await bring(mine, id);
    const part = await partOf(mine.therapist, mine.sessionId);
    expect(part?.rows.map(({ brought }) => brought)).toEqual([true, true, false, false]);
    const items = await read(mine.therapist, (db) => db.recallItem.findMany({ select: { subjectId: true } }));
    expect(items.map(({ subjectId }) => subjectId).sort()).toEqual([mine.coat, mine.quoteId].sort());
    const markup = renderToStaticMarkup(
      SharedPart({
        part: part ?? { dose: { id: "", startsAt: new Date() }, start: new Date(), rows: [] },
        patientName: "Noor",
        fresh: new Set(),
      }),
    );
    expect(markup).toContain("“It is only a coat.”");
    expect(markup).toContain("Sam wrote it down");
    expect(markup.match(/Noor brings this/g)).toHaveLength(2);
    expect(markup).not.toMatch(/By the door|dark|Only you/);
  });

  test("has what she remembers beside a line only once that is shared too", async () => {
    const mine = await afterSession();
    const memoryId = await keepMemory(mine.patient, { lineId: mine.coat, version: 0, text: "The kitchen door." });
    const memory = async () => (await partOf(mine.therapist, mine.sessionId))?.rows[0]?.memory;
    expect(await memory()).toBeNull();
    await share(mine.patient, { subject: "memory", subjectId: memoryId, audience: "careTeam" });
    expect(await memory()).toBe("The kitchen door.");
    await takeBack(mine.patient, { subject: "memory", subjectId: memoryId, audience: "careTeam" });
    expect(await memory()).toBeNull();
  });

  test("is gone with the very next request when it is taken back", async () => {
    const mine = await afterSession();
    await bring(mine, mine.coat);
    await takeBack(mine.patient, { subject: "companionLine", subjectId: mine.coat, audience: "careTeam" });
    await takeBack(mine.patient, { subject: "entry", subjectId: mine.light, audience: "careTeam" });
    expect(await textsOf(mine.therapist, mine.sessionId)).toEqual(["Heavy, but warm.", "For the team."]);
    expect(await read(mine.therapist, (db) => db.recallItem.findMany())).toEqual([]);
  });

  test("lies beside the note of the integration session that follows, too", async () => {
    const { therapist, patient, sessionId } = room;
    const next = await planSession(therapist, patient, { startsAt: hoursFromNow(48), kind: "integration" });
    expect(await textsOf(therapist, next)).toEqual(await textsOf(therapist, sessionId));
    expect((await partOf(therapist, next))?.dose.id).toBe(sessionId);
  });

  test("is marked as seen, and the log says so", async () => {
    const { therapist, patient, coat, light } = room;
    await seeShared(therapist, patient.personId, [coat, light]);
    const seen = await read(therapist, (db) => db.shareSeen.findMany({ select: { subjectId: true } }));
    expect(seen.map(({ subjectId }) => subjectId).sort()).toEqual([coat, light].sort());
  });
});

describe("others", () => {
  test("a colleague on the care team reads what is shared, and not what another keeps from Noor", async () => {
    const mine = await afterSession();
    const colleague = await makePerson(mine.clinicId, "therapist", { name: "Ben Sato" });
    expect(await partOf(colleague, mine.sessionId)).toBeNull();
    await assign(mine.admin, mine.patient, colleague);
    expect(await textsOf(colleague, mine.sessionId)).toEqual(["It is only a coat.", "Heavy, but warm.", "light"]);
  });

  test("another clinic finds nothing, and a companion nothing that is not theirs", async () => {
    const stranger = await makePerson((await makeClinic()).clinicId, "therapist");
    expect(await partOf(stranger, room.sessionId)).toBeNull();
    expect(await textsOf(room.companion, room.sessionId)).toEqual([]);
  });
});
