import { inviteCompanion } from "@/lib/companions/grants/commands";
import { openNote } from "@/lib/companions/notes/commands";
import { shareNote } from "@/lib/companions/notes/sharing/commands";
import { system } from "@/lib/core/system";
import { addAction, changeAction, setGoal } from "@/lib/goals/commands";
import { savePsychotherapyNote } from "@/lib/notes/psychotherapy/commands";
import { openRecord, readNote } from "@/lib/records/commands";
import { share } from "@/lib/sharing/commands";
import { debrief, draft, hold, intend, note, plan, planSoon } from "./course";
import { acceptGrant, ago, at, type Cast, makeCast } from "./people";
import { agreed, plannedTogether, quoted } from "./room";
import { fillSpace } from "./space";
import { notes, privateThought } from "./words";

/**
 * Fills an empty portal with a clinic to look around in: three patients at different points of a course, dated relative to today,
 * made by the commands that people use. @throws when an account of the demonstration exists already.
 */
export async function seedDemonstration({ password }: { password: string }): Promise<void> {
  const cast = await makeCast(password);
  await noor(cast);
  await mika(cast);
  await jo(cast);
  await system("accounts", (db) =>
    db.signIn.updateMany({ where: { clinicId: cast.clinicId }, data: { endedAt: new Date(), endedBy: "seed" } }),
  );
}

/** In the middle of the course: three dosing sessions behind, the third two days ago. */
async function noor({ ana, noor: patient, sam }: Cast) {
  const session = { therapist: ana, patient };
  const preparation = await hold({ ...session, days: 33, time: "10:00", kind: "preparation" });
  const before = await note(ana, preparation, 33, notes.preparation);
  await at(32, "18:00", () => readNote(patient, before));
  await goalOfNoor(patient);
  const grantId = await at(32, "18:30", () =>
    inviteCompanion(patient, {
      name: "Sam",
      email: "companion@demo.test",
      relationship: "my oldest friend",
      scope: "course",
      sessionIds: [],
      showsIntention: true,
    }),
  );
  await acceptGrant(grantId, sam, ago(31, "09:10"));

  const first = await hold(
    { ...session, days: 30, time: "14:00", kind: "dosing" },
    { wordings: ["To be less angry."] },
  );
  const afterFirst = await hold({ ...session, days: 27, time: "10:00", kind: "integration" });
  const second = await hold(
    { ...session, days: 12, time: "14:00", kind: "dosing" },
    { wordings: ["To notice before it rises."] },
  );
  const afterSecond = await hold({ ...session, days: 9, time: "10:00", kind: "integration" });
  const third = await hold(
    { ...session, days: 2, time: "14:00", kind: "dosing" },
    {
      wordings: ["To be less angry at home.", "To notice my shoulders.", "To let my shoulders down when I come home."],
    },
  );
  await planSoon({ ...session, kind: "integration" });
  const fourth = await plan({ ...session, days: -19, time: "14:00", kind: "dosing" });
  await intend(patient, fourth, 1, { wordings: ["To stay at the table."], forCareTeam: false });

  const shared = await debrief(sam, second, 12, {
    saw: "You lay still for a long time. Then your hands opened, first the left and then the right.",
    seemed: "Quiet on the way home. You asked me to drive past the river.",
    lines: [
      ["14:22", "There is a coat."],
      ["14:31", "It is so heavy because it is wet."],
      ["15:10", "I do not have to wear it in the house."],
    ],
  });
  await at(10, "19:00", () => openNote(patient, { noteId: shared }));
  await at(10, "19:10", () => shareNote(patient, { noteId: shared, withLines: true }));
  await debrief(sam, third, 2, {
    saw: "You smiled several times. Once you lifted your arms as if you took something off.",
    seemed: "Light. You were hungry, and slow in a good way.",
    lines: [
      ["14:22", "It is only a coat."],
      ["14:31", "You can hang it there, by the door."],
      ["15:02", "Nobody was angry."],
    ],
  });
  await at(26, "09:30", () => openRecord(ana, patient.personId));
  const signed = [
    await note(ana, first, 30, notes.firstDose),
    await note(ana, afterFirst, 27, notes.firstIntegration),
    await note(ana, second, 12, notes.secondDose),
  ];
  for (const noteId of signed) await at(10, "19:30", () => readNote(patient, noteId));
  const people = { patient, therapist: ana, companion: sam };
  await fillSpace(people);
  await plannedTogether(people);
  await agreed(people, fourth, grantId);
  await quoted(people, third, 2);
  await note(ana, afterSecond, 9, notes.secondIntegration);
  await draft(ana, third, 2, notes.thirdDose);
  await at(9, "18:45", () => savePsychotherapyNote(ana, { sessionId: afterSecond, version: 0, text: privateThought }));
}

async function goalOfNoor(patient: Cast["noor"]) {
  const goalId = await at(31, "20:00", () =>
    setGoal(patient, {
      version: 0,
      from: "I come home and everyone goes quiet.",
      to: "I come home, and they go on talking.",
      success: "One evening a week that nobody remembers for my mood.",
    }),
  );
  const walk = await at(31, "20:05", () =>
    addAction(patient, { goalId, text: "Five minutes in the car before I go in" }),
  );
  await at(24, "20:00", () => changeAction(patient, { actionId: walk, state: "done" }));
  await at(24, "20:02", () => addAction(patient, { goalId, text: "Hang my coat up first, then say hello" }));
  await at(24, "20:05", () => share(patient, { subject: "goal", subjectId: goalId, audience: "careTeam" }));
}

/** At the beginning: prepared, the first dosing session is ahead, no intention yet. */
async function mika({ ana, ben, mika: patient }: Cast) {
  const preparation = await hold({ therapist: ana, patient, days: 6, time: "11:30", kind: "preparation" });
  await note(ana, preparation, 6, notes.mikaFirst);
  await plan({ therapist: ana, patient, days: -5, time: "09:00", kind: "dosing" });
  await plan({ therapist: ben, patient, days: -8, time: "16:00", kind: "integration" });
}

/** After the course: looking back. */
async function jo({ ben, jo: patient }: Cast) {
  const session = { therapist: ben, patient };
  await hold({ ...session, days: 58, time: "10:00", kind: "preparation" });
  await hold(
    { ...session, days: 55, time: "13:00", kind: "dosing" },
    { wordings: ["To miss her without leaving the room."] },
  );
  await hold({ ...session, days: 52, time: "10:00", kind: "integration" });
  await hold({ ...session, days: 45, time: "13:00", kind: "dosing" }, { wordings: ["To keep the door open."] });
  const last = await hold({ ...session, days: 40, time: "10:00", kind: "integration" });
  await note(ben, last, 40, notes.joLast);
}
