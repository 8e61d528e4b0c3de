import { changeGrant, endGrant } from "@/lib/companions/grants/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import type { Actor } from "@/lib/core/actor";
import type { Verb } from "@/lib/core/permissions";
import { addAction, changeAction, letGoOfGoal, setGoal, takeUpGoal } from "@/lib/goals/commands";
import { setIntention } from "@/lib/intentions/commands";
import { addAddendum, saveDraft, signNote } from "@/lib/notes/commands";
import { savePsychotherapyNote } from "@/lib/notes/psychotherapy/commands";
import { releaseNote, withholdNote } from "@/lib/notes/releases/commands";
import { openRecord, readNote, seeShared } from "@/lib/records/commands";
import * as sessions from "@/lib/sessions/commands";
import { share, takeBack } from "@/lib/sharing/commands";
import { type Attempt, bounds, inviteSam, officeAttempts, one } from "./attempts-office";
import { roomAttempts } from "./attempts-room";
import { spaceAttempts } from "./attempts-space";
import { gathered } from "./gathered";
import type { Who, World } from "./world";

const patients: Who[] = ["patient", "otherPatient", "strangerPatient"];
const inDays = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T10:00`;
const goal = { version: 0, from: "Anger", to: "Ease", success: "" };
const debrief = { version: 0, saw: "You lay still", seemed: "Light", lines: [] };
const time = ({ actors }: World) => ({
  startsAt: inDays(20),
  minutes: 60,
  place: "",
  therapistId: actors.therapist.personId,
});

/** Verbs, each tried on one patient's record. */
const known: Partial<Record<Verb, Attempt>> = {
  ...officeAttempts,
  ...spaceAttempts,
  ...roomAttempts,

  "record.open": { by: ["therapist"], act: (actor, { actors }) => openRecord(actor, actors.patient.personId) },
  "session.schedule": {
    by: ["therapist"],
    act: (actor, world) =>
      sessions.scheduleSession(actor, {
        ...time(world),
        patientId: world.actors.patient.personId,
        kind: "integration",
      }),
  },
  "session.reschedule": {
    by: ["therapist"],
    act: (actor, world) =>
      sessions.rescheduleSession(actor, { ...time(world), sessionId: world.ids.nextSession ?? "", reason: "" }),
  },
  "session.cancel": onSession("nextSession", (actor, sessionId) =>
    sessions.cancelSession(actor, { sessionId, reason: "Ill" }),
  ),
  "session.checkIn": onSession("dueSession", (actor, sessionId) => sessions.checkIn(actor, { sessionId })),
  "session.start": onSession("dueSession", (actor, sessionId) => sessions.startSession(actor, { sessionId })),
  "session.complete": onSession("runningSession", (actor, sessionId) => sessions.completeSession(actor, { sessionId })),
  "session.noShow": onSession("dueSession", (actor, sessionId) => sessions.markNoShow(actor, { sessionId })),
  "note.draft": onSession("runningSession", (actor, sessionId) =>
    saveDraft(actor, { sessionId, version: 0, format: "soap", sections: { plan: "Rest" } }),
  ),
  "note.sign": {
    by: ["therapist"],
    first: async (world) => {
      const { ids, actors } = world;
      const sections = { plan: "Rest" };
      await saveDraft(actors.therapist, { sessionId: ids.runningSession ?? "", version: 0, format: "soap", sections });
    },
    act: async (actor, world) =>
      signNote(actor, { noteId: await noteOf(world, "runningSession"), version: 1, password: "", release: "clinic" }),
  },
  "note.addend": {
    by: ["therapist"],
    act: (actor, { ids }) => addAddendum(actor, { noteId: ids.releasedNote ?? "", text: "Also" }),
  },
  "note.release": {
    by: ["therapist"],
    act: (actor, { ids }) => releaseNote(actor, { noteId: ids.withheldNote ?? "" }),
  },
  "note.withhold": {
    by: ["therapist"],
    act: (actor, { ids }) =>
      withholdNote(actor, { noteId: ids.releasedNote ?? "", exception: "privacy", words: "Names others" }),
  },
  "psychotherapyNote.save": onSession("runningSession", (actor, sessionId) =>
    savePsychotherapyNote(actor, { sessionId, version: 0, text: "A thought" }),
  ),
  "share.see": {
    by: ["therapist"],
    act: (actor, { actors, ids }) => seeShared(actor, actors.patient.personId, [ids.sharedGoal ?? ""]),
  },

  "intention.set": {
    by: ["patient"],
    act: (actor, { ids }) =>
      setIntention(actor, { sessionId: ids.dueSession ?? "", text: "To rest", version: 0, forCareTeam: true }),
  },
  "goal.set": {
    by: ["patient"],
    act: (actor, { ids }) => setGoal(actor, { ...goal, goalId: ids.ownGoal, version: 1 }),
  },
  "goal.letGo": { by: ["patient"], act: (actor, { ids }) => letGoOfGoal(actor, { goalId: ids.ownGoal ?? "" }) },
  "goal.takeUp": {
    by: ["patient"],
    first: ({ actors, ids }) => letGoOfGoal(actors.patient, { goalId: ids.ownGoal ?? "" }),
    act: (actor, { ids }) => takeUpGoal(actor, { goalId: ids.ownGoal ?? "" }),
  },
  "goalAction.add": {
    by: ["patient"],
    act: (actor, { ids }) => addAction(actor, { goalId: ids.ownGoal ?? "", text: "Walk" }),
  },
  "goalAction.change": {
    by: ["patient"],
    act: (actor, { ids }) => changeAction(actor, { actionId: ids.goalAction ?? "", state: "done" }),
  },
  "share.give": {
    by: ["patient"],
    act: (actor, { ids }) => share(actor, { subject: "goal", subjectId: ids.ownGoal ?? "", audience: "careTeam" }),
  },
  "share.takeBack": {
    by: ["patient"],
    act: (actor, { ids }) =>
      takeBack(actor, { subject: "goal", subjectId: ids.sharedGoal ?? "", audience: "careTeam" }),
  },
  "note.read": { by: ["patient"], act: (actor, { ids }) => readNote(actor, ids.releasedNote ?? "") },
  "companion.invite": { by: patients, act: inviteSam },
  "companion.change": {
    by: ["patient"],
    act: (actor, { ids }) => changeGrant(actor, { grantId: ids.grant ?? "", version: 1, name: "Sam", ...bounds }),
  },
  "companion.end": { by: ["patient"], act: (actor, { ids }) => endGrant(actor, { grantId: ids.grant ?? "" }) },
  "companionNote.open": {
    by: ["patient"],
    act: (actor, { ids }) => openNote(actor, { noteId: ids.handedDebrief ?? "" }),
  },

  "companionNote.save": {
    by: ["companion"],
    act: (actor, { ids }) => saveNote(actor, { ...debrief, sessionId: ids.runningSession ?? "" }),
  },
  "companionNote.handOver": {
    by: ["companion"],
    first: ({ actors, ids }) => saveNote(actors.companion, { ...debrief, sessionId: ids.runningSession ?? "" }),
    act: (actor, { ids }) => handOverNote(actor, { sessionId: ids.runningSession ?? "", version: 1 }),
  },
};

/** How every verb is tried. A verb that is not above is tried by a file of its kind in `tests/kinds`. */
export const attempts = Object.assign(
  {},
  known,
  ...(await gathered<Partial<Record<Verb, Attempt>>>("attempts")),
) as Record<Verb, Attempt>;

function onSession(name: string, act: (actor: Actor, sessionId: string) => Promise<unknown>): Attempt {
  return { by: ["therapist"], act: (actor, { ids }) => act(actor, ids[name] ?? "") };
}

const noteOf = ({ ids }: World, session: string) =>
  one(`select "id" from "Note" where "sessionId" = $1 and "state" = 'draft'`, ids[session] ?? "");
