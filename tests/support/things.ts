import { keepSensation } from "@/lib/body/commands";
import { keepCheckIn } from "@/lib/checkIns/commands";
import { checkInInput } from "@/lib/checkIns/schema";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { setGoal } from "@/lib/goals/commands";
import { keepFragment } from "@/lib/journal/commands";
import { addInWords } from "@/lib/making/commands";
import { logPractice } from "@/lib/practices/log/commands";
import { addToPlan } from "@/lib/practices/plan/commands";
import type { ShareSubject } from "@/lib/sharing/rules";

export const slug = "body-walking";

/** Makes one thing of the patient's own of each kind that can be shared from the integration space. */
export const makers = {
  entry: (patient: Actor) =>
    keepFragment(patient, { id: newId(), text: "a heavy coat", colour: "ember", at: new Date() }),
  media: (patient: Actor) => addInWords(patient, { words: "a door with light behind it" }),
  checkIn: async (patient: Actor) => {
    await keepCheckIn(patient, checkInInput.parse({ mood: "4", word: "softer" }));
    return ownId(patient, (db, patientId) => db.checkIn.findFirstOrThrow({ where: { patientId } }));
  },
  practiceLog: async (patient: Actor) => {
    await logPractice(patient, { slug, minutes: 5, after: "lighter" });
    return ownId(patient, (db, patientId) => db.practiceLog.findFirstOrThrow({ where: { patientId } }));
  },
  sensation: async (patient: Actor) => {
    await keepSensation(patient, { side: "front", place: "chest", text: "warm" });
    return ownId(patient, (db, patientId) => db.sensation.findFirstOrThrow({ where: { patientId } }));
  },
  plan: async (patient: Actor) => {
    await addToPlan(patient, { slug, rhythm: "most mornings" });
    return ownId(patient, (db, patientId) => db.plan.findFirstOrThrow({ where: { patientId } }));
  },
  goal: (patient: Actor) => setGoal(patient, { from: "Anger", to: "Ease", success: "", version: 0 }),
} satisfies Partial<Record<ShareSubject, (patient: Actor) => Promise<string>>>;

type Find = (db: Parameters<Parameters<typeof read>[1]>[0], patientId: string) => Promise<{ id: string }>;

const ownId = async (patient: Actor, find: Find) => (await read(patient, (db) => find(db, patient.personId))).id;
