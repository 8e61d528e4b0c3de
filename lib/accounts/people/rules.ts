import { dayOf, formatDate, formatTime } from "@/lib/core/clock";
import type { Role } from "@/prisma/generated/enums";

export const roleWords: Record<Role, string> = {
  admin: "Admin",
  therapist: "Therapist",
  patient: "Patient",
  companion: "Companion",
};

/** The roles that an admin may give. A companion comes by the invitation of a patient. */
export const givenRoles = ["patient", "therapist", "admin"] as const satisfies Role[];

/** "Therapist, LPC" */
export const roleWithCredentials = ({ role, credentials }: { role: Role; credentials: string }) =>
  [roleWords[role], credentials].filter(Boolean).join(", ");

type Therapist = { id: string; name: string; credentials: string };

/** Therapists as the options of a list. */
export const therapistOptions = (therapists: Therapist[]) =>
  therapists.map(({ id, name, credentials }) => ({ value: id, label: [name, credentials].filter(Boolean).join(", ") }));

const day = 86_400_000;

/** How long an open invitation still holds, in words: "Invited, 5 days left". */
export function invitationWords(expiresAt: Date, at: Date): { words: string; holds: boolean } {
  const left = expiresAt.getTime() - at.getTime();
  if (left <= 0) return { words: "Invitation expired", holds: false };
  if (left < day) return { words: "Invited, ends today", holds: true };
  return { words: `Invited, ${counted(Math.round(left / day), "day")} left`, holds: true };
}

/** "today, 9:41", "yesterday", or the date. */
export function lastHereWords(last: Date | null, at: Date, zone: string): string {
  if (!last) return "not yet";
  if (dayOf(last, zone) === dayOf(at, zone)) return `today, ${formatTime(last, zone)}`;
  if (dayOf(last, zone) === dayOf(new Date(at.getTime() - day), zone)) return "yesterday";
  return formatDate(last, zone);
}

export type OpenWork = { patients: number; sessions: number };

/** Why somebody cannot be deactivated now; empty when they can. */
export function reasonsNotToDeactivate(who: { isSelf: boolean }, open: OpenWork): string[] {
  const reasons = who.isSelf ? ["You cannot deactivate yourself. Ask another admin to do it."] : [];
  const left = [
    ...(open.patients ? [counted(open.patients, "patient")] : []),
    ...(open.sessions ? [counted(open.sessions, "planned session")] : []),
  ];
  if (left.length) reasons.push(`Hand over ${listed(left)} first.`);
  return reasons;
}

/** What deactivating means, sentence by sentence. */
export function meaningOfDeactivation(
  { name, role }: { name: string; role: Role },
  open: { drafts: number; sessions: number },
) {
  const said = [`${name} is signed out everywhere at once and cannot sign in. You can reactivate the account later.`];
  if (role === "patient") said.push("Their companions see nothing any more.");
  if (role === "patient" && open.sessions)
    said.push(`${counted(open.sessions, "planned session")} stay until a therapist cancels them.`);
  if (role === "therapist" && open.drafts)
    said.push(`${counted(open.drafts, "unsigned note")} stay unsigned: nobody else can finish or read them.`);
  if (role === "companion") said.push("What they wrote and did not hand over stays closed.");
  return said;
}

export type RowsOfRole = { sort: string; number: number }[];

const sorts: Record<string, readonly [one: string, many: string]> = {
  places: ["place on a care team", "places on care teams"],
  sessions: ["session", "sessions"],
  notes: ["note", "notes"],
  goals: ["goal", "goals"],
  grants: ["access of a companion", "accesses of companions"],
  space: ["integration space", "integration spaces"],
};

/** Why a role stays as it is; empty when it may change. What was made in a role would otherwise belong to nobody. */
export function reasonsNotToChangeRole(who: { isSelf: boolean }, rows: RowsOfRole): string[] {
  const reasons = who.isSelf ? ["You cannot change your own role. Ask another admin to do it."] : [];
  const bound = rows.map(({ sort, number }) => counted(number, ...(sorts[sort] ?? ([sort, sort] as const))));
  if (bound.length) reasons.push(`What was made in this role would belong to nobody: ${listed(bound)}.`);
  return reasons;
}

/** "1 session", "3 sessions" */
export const counted = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

const listed = (words: string[]) => new Intl.ListFormat("en-GB").format(words);
