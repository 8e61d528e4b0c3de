const hours = 3_600_000;

type Session = { id: string; startsAt: Date };
type Grant = { companionName: string; acceptedAt: Date | null; sessionIds: string[] };

/**
 * To which session something belongs that was written down at a time: the last one that had begun by then. What was written in the six
 * hours before a session is of that session, as in `lineInstant`.
 */
export function sessionAt<S extends Session>(sessions: S[], at: Date): S | null {
  const begun = sessions.filter(({ startsAt }) => startsAt.getTime() - 6 * hours <= at.getTime());
  return begun.reduce<S | null>((last, one) => (last && last.startsAt >= one.startsAt ? last : one), null);
}

/** Who wrote, where one companion alone was let into a session. `sessionIds` is empty for a whole course. */
export function loneCompanion(grants: Grant[], sessionId: string): string | null {
  const names = grants
    .filter(({ acceptedAt, sessionIds }) => acceptedAt && (sessionIds.length === 0 || sessionIds.includes(sessionId)))
    .map(({ companionName }) => companionName);
  return new Set(names).size === 1 ? (names[0] ?? null) : null;
}
