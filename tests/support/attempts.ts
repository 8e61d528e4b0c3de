import { resendInvitation, revokeInvitation } from "@/lib/accounts/invitations/commands";
import { invitePerson } from "@/lib/accounts/newcomers/commands";
import { changeRole, deactivatePerson, editPerson, reactivatePerson } from "@/lib/accounts/people/commands";
import { editProfile } from "@/lib/accounts/profile/commands";
import { exportAudit } from "@/lib/audit/commands";
import { assign, endPlace, handOver } from "@/lib/careTeams/commands";
import { editClinic } from "@/lib/clinic/commands";
import { changeGrant, endGrant, inviteCompanion } from "@/lib/companions/grants/commands";
import { handOverNote, openNote, saveNote } from "@/lib/companions/notes/commands";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/db";
import type { Verb } from "@/lib/core/permissions";
import { addAction, changeAction, letGoOfGoal, setGoal, takeUpGoal } from "@/lib/goals/commands";
import { setIntention } from "@/lib/intentions/commands";
import { addAddendum, saveDraft, signNote } from "@/lib/notes/commands";
import { savePsychotherapyNote } from "@/lib/notes/psychotherapy/commands";
import { releaseNote, withholdNote } from "@/lib/notes/releases/commands";
import { openLetter } from "@/lib/outbox/commands";
import { openRecord, readNote, seeShared } from "@/lib/records/commands";
import * as sessions from "@/lib/sessions/commands";
import { share, takeBack } from "@/lib/sharing/commands";
import { asSuperuser } from "./database";
import { people, type Who, type World } from "./world";

/** What somebody tries on the patient's record, and who may. Everybody else is refused and nothing happens. */
export type Attempt = {
  by: Who[];
  first?: (world: World) => Promise<unknown>;
  act: (actor: Actor, world: World) => Promise<unknown>;
};

const admins: Who[] = ["admin", "strangerAdmin"];
const patients: Who[] = ["patient", "otherPatient", "strangerPatient"];
const inDays = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T10:00`;
const bounds = { relationship: "", scope: "course" as const, sessionIds: [], showsIntention: false };
const inviteSam = (actor: Actor) => inviteCompanion(actor, { name: "Sam", email: `${newId()}@people.test`, ...bounds });
const goal = { version: 0, from: "Anger", to: "Ease", success: "" };
const debrief = { version: 0, saw: "You lay still", seemed: "Light", lines: [] };
const time = ({ actors }: World) => ({
  startsAt: inDays(20),
  minutes: 60,
  place: "",
  therapistId: actors.therapist.personId,
});
const clinic = {
  version: 1,
  name: "Riverside",
  timeZone: "America/New_York",
  phone: "",
  crisisText: "",
  staffIdleMinutes: 15,
  patientIdleMinutes: 60,
  absoluteHours: 12,
  grantDays: 14,
  releaseAtOnce: true,
};

const noFilter = { by: "", record: "", group: "" as const, from: "", until: "" };

export const attempts: Record<Verb, Attempt> = {
  "account.invite": {
    by: admins,
    act: (actor) =>
      invitePerson(actor, {
        role: "therapist",
        name: "New",
        email: `${newId()}@people.test`,
        credentials: "",
        therapistId: "",
      }),
  },
  "invitation.resend": { by: ["admin", "patient"], ...withInvitation(resendInvitation) },
  "invitation.revoke": { by: ["admin", "patient"], ...withInvitation(revokeInvitation) },
  "person.edit": {
    by: ["admin"],
    act: (actor, { actors }) =>
      editPerson(actor, {
        personId: actors.patient.personId,
        version: 1,
        name: "Noor",
        fullName: "",
        credentials: "",
        phone: "",
      }),
  },
  "person.changeRole": {
    by: ["admin"],
    act: (actor, { actors }) =>
      changeRole(actor, { personId: actors.colleague.personId, role: "admin", credentials: "" }),
  },
  "person.deactivate": {
    by: ["admin"],
    act: (actor, { actors }) => deactivatePerson(actor, actors.colleague.personId),
  },
  "person.reactivate": {
    by: ["admin"],
    first: ({ actors }) => deactivatePerson(actors.admin, actors.colleague.personId),
    act: (actor, { actors }) => reactivatePerson(actor, actors.colleague.personId),
  },
  "careTeam.assign": {
    by: ["admin"],
    act: (actor, { actors }) =>
      assign(actor, { patientId: actors.patient.personId, therapistId: actors.colleague.personId, until: "" }),
  },
  "careTeam.end": {
    by: ["admin"],
    first: async ({ actors, ids }) => {
      const colleague = { patientId: actors.patient.personId, therapistId: actors.colleague.personId };
      ids.spare = await assign(actors.admin, { ...colleague, until: "" });
    },
    act: (actor, { ids }) => endPlace(actor, ids.spare ?? ""),
  },
  "careTeam.handOver": {
    by: ["admin"],
    first: ({ actors, ids }) => sessions.completeSession(actors.therapist, { sessionId: ids.runningSession ?? "" }),
    act: (actor, { actors }) =>
      handOver(actor, {
        patientId: actors.patient.personId,
        fromId: actors.therapist.personId,
        toId: actors.colleague.personId,
      }),
  },
  "clinic.edit": { by: admins, act: (actor) => editClinic(actor, clinic) },
  "audit.export": { by: admins, act: (actor) => all(exportAudit(actor, noFilter)) },
  "outbox.read": {
    by: ["admin"],
    first: async ({ actors }) => inviteSam(actors.patient),
    act: async (actor, world) => openLetter(actor, await letterOf(world)),
  },

  "profile.edit": {
    by: [...people],
    act: (actor) =>
      editProfile(actor, { version: 1, name: "New name", fullName: "", pronouns: "", timeZone: "America/New_York" }),
  },

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

function onSession(name: string, act: (actor: Actor, sessionId: string) => Promise<unknown>): Attempt {
  return { by: ["therapist"], act: (actor, { ids }) => act(actor, ids[name] ?? "") };
}

function withInvitation(act: (actor: Actor, id: string) => Promise<unknown>): Omit<Attempt, "by"> {
  return {
    first: async (world) => {
      const grantId = await inviteSam(world.actors.patient);
      world.ids.invitation = await one('select "id" from "Invitation" where "grantId" = $1', grantId);
    },
    act: (actor, { ids }) => act(actor, ids.invitation ?? ""),
  };
}

const letterOf = ({ clinicId }: World) => one('select "id" from "Mail" where "clinicId" = $1', clinicId);
const noteOf = ({ ids }: World, session: string) =>
  one(`select "id" from "Note" where "sessionId" = $1 and "state" = 'draft'`, ids[session] ?? "");

const one = (query: string, value: string): Promise<string> =>
  asSuperuser(async (sql) => (await sql.query(query, [value])).rows[0]?.id as string);

async function all(lines: AsyncGenerator<string>) {
  for await (const line of lines) if (!line) return;
}
