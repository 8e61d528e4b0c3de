import { resendInvitation, revokeInvitation } from "@/lib/accounts/invitations/commands";
import { invitePerson } from "@/lib/accounts/newcomers/commands";
import { changeRole, deactivatePerson, editPerson, reactivatePerson } from "@/lib/accounts/people/commands";
import { editProfile } from "@/lib/accounts/profile/commands";
import { exportAudit } from "@/lib/audit/commands";
import { assign, endPlace, handOver } from "@/lib/careTeams/commands";
import { editClinic } from "@/lib/clinic/commands";
import { inviteCompanion } from "@/lib/companions/grants/commands";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/db";
import type { Verb } from "@/lib/core/permissions";
import { openLetter } from "@/lib/outbox/commands";
import * as sessions from "@/lib/sessions/commands";
import { asSuperuser } from "./database";
import { people, type Who, type World } from "./world";

/** What somebody tries on the patient's record, and who may. Everybody else is refused and nothing happens. */
export type Attempt = {
  by: Who[];
  first?: (world: World) => Promise<unknown>;
  act: (actor: Actor, world: World) => Promise<unknown>;
};

const admins: Who[] = ["admin", "strangerAdmin"];
export const bounds = { relationship: "", scope: "course" as const, sessionIds: [], showsIntention: false };
export const inviteSam = (actor: Actor) =>
  inviteCompanion(actor, { name: "Sam", email: `${newId()}@people.test`, ...bounds });
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
  lookInMinutes: 15,
  releaseAtOnce: true,
};

const noFilter = { by: "", record: "", group: "" as const, from: "", until: "" };

/** What an admin does, and what everybody does with their own account. */
export const officeAttempts = {
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
} satisfies Partial<Record<Verb, Attempt>>;

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

export const one = (query: string, value: string): Promise<string> =>
  asSuperuser(async (sql) => (await sql.query(query, [value])).rows[0]?.id as string);

async function all(lines: AsyncGenerator<string>) {
  for await (const line of lines) if (!line) return;
}
