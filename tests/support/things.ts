import { keepSensation } from "@/lib/body/commands";
import { keepCheckIn } from "@/lib/checkIns/commands";
import { checkInInput } from "@/lib/checkIns/schema";
import { keepMemory } from "@/lib/companions/memories/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import type { KindName } from "@/lib/core/kinds";
import { setGoal } from "@/lib/goals/commands";
import { keepFragment } from "@/lib/journal/commands";
import { addInWords } from "@/lib/making/commands";
import { logPractice } from "@/lib/practices/log/commands";
import { addToPlan } from "@/lib/practices/plan/commands";
import { addTag } from "@/lib/threads/commands";
import { makeGrant, makeSession, setIntention } from "./companions";

export const slug = "body-walking";

export type People = { patient: Actor; therapist: Actor; companion: Actor };
type Maker = (people: People) => Promise<string>;

const made: Record<string, Maker> = {
  entry: ({ patient }) => keepFragment(patient, { id: newId(), text: "a heavy coat", colour: "ember", at: new Date() }),
  media: ({ patient }) => addInWords(patient, { words: "a door with light behind it" }),
  checkIn: async ({ patient }) => {
    await keepCheckIn(patient, checkInInput.parse({ mood: "4", word: "softer" }));
    return ownId(patient, (db, patientId) => db.checkIn.findFirstOrThrow({ where: { patientId } }));
  },
  practiceLog: async ({ patient }) => {
    await logPractice(patient, { slug, minutes: 5, after: "lighter" });
    return ownId(patient, (db, patientId) => db.practiceLog.findFirstOrThrow({ where: { patientId } }));
  },
  sensation: async ({ patient }) => {
    await keepSensation(patient, { side: "front", place: "chest", text: "warm" });
    return ownId(patient, (db, patientId) => db.sensation.findFirstOrThrow({ where: { patientId } }));
  },
  plan: async ({ patient }) => {
    await addToPlan(patient, { slug, rhythm: "most mornings" });
    return ownId(patient, (db, patientId) => db.plan.findFirstOrThrow({ where: { patientId } }));
  },
  goal: ({ patient }) => setGoal(patient, { from: "Anger", to: "Ease", success: "", version: 0 }),
  thread: async (people) =>
    addTag(people.patient, { entryId: await make("entry", people), kind: "image", name: "the coat" }),
  intention: async ({ patient, therapist }) =>
    setIntention(patient, await makeSession(therapist, patient, 24), "To let my shoulders down"),
  companionNote: async (people) => (await handOver(people)).noteId,
  companionLine: async (people) => (await handOver(people)).lineId,
  memory: async (people) => {
    const { lineId } = await handOver(people);
    return keepMemory(people.patient, { lineId, version: 0, text: "I remember the rain" });
  },
};

/** Makes one thing of the patient's own, of a kind that can be shared. Of a kind that is not above, `tests/kinds/<kind>.ts` makes it. */
export async function make(kind: KindName, people: People): Promise<string> {
  const maker = made[kind] ?? ((await import(`../kinds/${kind}.ts`)).make as Maker);
  return maker(people);
}

/** A companion's note with one line, handed over and opened. */
async function handOver({ patient, therapist, companion }: People) {
  const sessionId = await makeSession(therapist, patient, -2);
  await makeGrant(patient, companion, [sessionId]);
  const lineId = newId();
  const lines = [{ id: lineId, time: "", text: "It is only a coat." }];
  const noteId = await saveNote(companion, { sessionId, version: 0, saw: "You slept.", seemed: "Soft.", lines });
  await handOverNote(companion, { sessionId, version: 1 });
  await openNote(patient, { noteId });
  return { noteId, lineId };
}

type Find = (db: Parameters<Parameters<typeof read>[1]>[0], patientId: string) => Promise<{ id: string }>;

const ownId = async (patient: Actor, find: Find) => (await read(patient, (db) => find(db, patient.personId))).id;
