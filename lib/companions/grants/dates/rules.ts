export type GrantDates = {
  id: string;
  createdAt: Date;
  acceptedAt: Date | null;
  endedAt: Date | null;
  suspended: boolean;
  /** When its companion was last here. */
  lastUsedAt: Date | null;
  /** When it ends by itself, as far as sessions are planned. */
  until: Date | null;
};

export type DatesState = "waiting" | "live" | "expiring" | "ended";

export const day = 86_400_000;
export const expiringDays = 7;
/** Accepting signs in: whoever was not here later than this after it has not come back. */
export const usedAfterMinutes = 60;

/** Where a companion's access stands for the admin, who sees dates alone. What the clinic has paused is one of the ended. */
export function datesState({ acceptedAt, endedAt, suspended, until }: GrantDates, at: Date): DatesState {
  if (endedAt || suspended || (until && until <= at)) return "ended";
  if (!acceptedAt) return "waiting";
  return until && until.getTime() - at.getTime() <= expiringDays * day ? "expiring" : "live";
}

/** Whether nobody has come back since it was accepted, or it was never accepted. */
export const isUnused = ({ acceptedAt, lastUsedAt }: GrantDates): boolean =>
  !acceptedAt || !lastUsedAt || lastUsedAt.getTime() - acceptedAt.getTime() < usedAfterMinutes * 60_000;

export const datesWords: Record<DatesState, string> = {
  waiting: "Not accepted yet",
  live: "Live",
  expiring: "Ends within 7 days",
  ended: "Ended",
};
