import type { GrantScope, SessionState } from "@/prisma/generated/enums";

const day = 24 * 3_600_000;

export type GrantState = "invited" | "unanswered" | "withdrawn" | "open" | "paused" | "over" | "ended";

type Invited = { expiresAt: Date; revokedAt: Date | null } | null;
type SessionTimes = { startsAt: Date; endsAt: Date; completedAt: Date | null; state: SessionState };

export type GrantFacts = {
  scope: GrantScope;
  acceptedAt: Date | null;
  endedAt: Date | null;
  suspendedAt: Date | null;
  invitation: Invited;
  sessions: SessionTimes[];
};

/** Until when a session stays open to a companion: the clinic's number of days after its end. */
export const opensUntil = ({ endsAt, completedAt }: SessionTimes, grantDays: number): Date =>
  new Date((completedAt ?? endsAt).getTime() + grantDays * day);

type Access = { scope: GrantScope; sessionIds: string[]; createdAt: Date };

/**
 * Whether an access is for a session of the same patient: a whole course means what had not ended when it was given, else it is named. The
 * database's function `covers` decides the same.
 */
export const covers = (access: Access, session: { id: string; endsAt: Date }): boolean =>
  access.scope === "course" ? session.endsAt >= access.createdAt : access.sessionIds.includes(session.id);

/** Whether a companion's access lets them into a session now, as `granted_sessions` decides it. */
export const isLetIn = (access: Access, session: SessionTimes & { id: string }, grantDays: number, at: Date): boolean =>
  covers(access, session) && opensUntil(session, grantDays) > at;

/** Whether a session can be named in a grant: it takes place or took place, and is not closed to companions yet. */
export const isGrantable = (session: SessionTimes, grantDays: number, at: Date): boolean =>
  takesPlace(session) && opensUntil(session, grantDays) > at;

export const takesPlace = ({ state }: { state: SessionState }): boolean => state !== "cancelled" && state !== "noShow";

/** When access to named sessions ends by itself; null for a whole course, which has no such day. */
export function accessUntil({ scope, sessions }: Pick<GrantFacts, "scope" | "sessions">, grantDays: number) {
  if (scope === "course") return null;
  const ends = sessions.map((session) => opensUntil(session, grantDays).getTime());
  return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}

/** Where a grant stands. "over": its sessions have closed by themselves. "ended": the patient ended it, for good. */
export function grantState(grant: GrantFacts, grantDays: number, at: Date): GrantState {
  if (grant.endedAt) return "ended";
  if (!grant.acceptedAt) return unanswered(grant.invitation, at);
  if (grant.suspendedAt) return "paused";
  const until = accessUntil(grant, grantDays);
  return grant.scope === "course" || (until !== null && until > at) ? "open" : "over";
}

function unanswered(invitation: Invited, at: Date): GrantState {
  if (!invitation || invitation.revokedAt) return "withdrawn";
  return invitation.expiresAt > at ? "invited" : "unanswered";
}

/** What is on the tag beside the name. */
export const grantStateWords: Record<GrantState, string> = {
  invited: "Invited",
  unanswered: "Not answered",
  withdrawn: "Taken back",
  open: "Has access",
  paused: "Paused",
  over: "Access is over",
  ended: "Ended",
};

/** What stands in the place of a companion who left and whose name went too. */
export const formerCompanion = "A former companion";

/** What to call a companion on the patient's side: as the patient calls them, until their name is gone. */
export const nameOf = ({ companionName, nameGoneAt }: { companionName: string; nameGoneAt: Date | null }): string =>
  nameGoneAt ? formerCompanion : companionName;

/** Whether a companion who left asked that their name goes too, and the patient has not agreed so far. */
export const asksForName = (grant: { nameAskedAt: Date | null; nameGoneAt: Date | null }): boolean =>
  grant.nameAskedAt !== null && grant.nameGoneAt === null;

const askedDays = 14;

/** Whether that was asked in the last two weeks: until then it stands where the patient sees it, later it waits quietly. */
export const asksLately = (grant: { nameAskedAt: Date | null; nameGoneAt: Date | null }, at: Date): boolean =>
  asksForName(grant) && at.getTime() - (grant.nameAskedAt?.getTime() ?? 0) < askedDays * day;

/** Whether the patient can still change what a companion may see, or end it. */
export const isChangeable = (state: GrantState): boolean => state !== "ended";
