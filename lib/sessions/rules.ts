import type { SessionKind, SessionState } from "@/prisma/generated/enums";

export type { SessionKind, SessionState };

const kinds: Record<SessionKind, string> = {
  preparation: "Preparation",
  dosing: "Dosing",
  integration: "Integration",
};

const states: Record<SessionState, string> = {
  scheduled: "Planned",
  checkedIn: "Checked in",
  inProgress: "In progress",
  completed: "Completed",
  cancelled: "Cancelled",
  noShow: "Did not take place",
};

/** Where a session can go from each state. The database's trigger `session_edge` holds the same table. */
export const edges: Record<SessionState, readonly SessionState[]> = {
  scheduled: ["checkedIn", "inProgress", "cancelled", "noShow"],
  checkedIn: ["inProgress", "cancelled"],
  inProgress: ["completed"],
  completed: [],
  cancelled: [],
  noShow: [],
};

export const kindWords = (kind: SessionKind): string => kinds[kind];
export const stateWords = (state: SessionState): string => states[state];

/** "Dosing 3" where the number in its course is known, else "Dosing session". */
export const sessionTitle = ({ kind, number }: { kind: SessionKind; number?: number }): string =>
  number === undefined ? `${kinds[kind]} session` : `${kinds[kind]} ${number}`;

/** Still to come: its intention can be set, and it can be moved or cancelled. */
export const isAhead = ({ state }: { state: SessionState }): boolean => state === "scheduled" || state === "checkedIn";

/** Under way or done: its intention stays as it is. */
export const hasBegun = ({ state }: { state: SessionState }): boolean =>
  state === "inProgress" || state === "completed";

/** Nothing more will happen in it: completed, cancelled or not taken place. */
export const isOver = ({ state }: { state: SessionState }): boolean => edges[state].length === 0;

const presently: Record<SessionState, string> = {
  scheduled: "has not been started",
  checkedIn: "has not been started",
  inProgress: "is under way",
  completed: "is completed",
  cancelled: "is cancelled",
  noShow: "is recorded as not taken place",
};

const moved: Record<SessionState, string> = {
  scheduled: "planned",
  checkedIn: "checked in",
  inProgress: "started",
  completed: "completed",
  cancelled: "cancelled or moved",
  noShow: "recorded as not taken place",
};

/** Why a session cannot go to that state, or null when it can. */
export function reasonNotToMove({ state }: { state: SessionState }, to: SessionState): string | null {
  if (edges[state].includes(to)) return null;
  if (state === to) return `This session is already ${moved[to]}.`;
  return `This session ${presently[state]}, so it cannot be ${moved[to]}.`;
}

const late = 12 * 3_600_000;

/** Whether something is recorded so late after its planned time that its own time is not known any more. */
export const isLate = (planned: Date, at: Date): boolean => at.getTime() - planned.getTime() > late;

/** When something happened that is recorded at `at`: then, or when it was planned if it is recorded more than 12 hours late. */
export const timeRecorded = (planned: Date, at: Date): Date => (isLate(planned, at) ? planned : at);

/** How long after the start of a session something was: "+22 min", "+1 h 05 min"; before it "−5 min". */
export function sinceStart(start: Date, at: Date): string {
  const minutes = Math.round((at.getTime() - start.getTime()) / 60_000);
  const [sign, all] = minutes < 0 ? ["−", -minutes] : ["+", minutes];
  const [hours, rest] = [Math.floor(all / 60), all % 60];
  return hours ? `${sign}${hours} h ${String(rest).padStart(2, "0")} min` : `${sign}${all} min`;
}
