type Call = { sessionId: string; authorId: string; acknowledgedAt: Date | null };

/**
 * The newest call of each companion in each session, open ones before answered ones, with how often they have called without an answer.
 * Calls come the newest first.
 */
export function newestCalls<C extends Call>(calls: C[]): (C & { open: number })[] {
  const rooms = new Map<string, C[]>();
  for (const call of calls) {
    const room = `${call.sessionId} ${call.authorId}`;
    rooms.set(room, [...(rooms.get(room) ?? []), call]);
  }
  const newest = [...rooms.values()].flatMap((room) => {
    const waiting = room.filter(({ acknowledgedAt }) => acknowledgedAt === null);
    const shown = waiting[0] ?? room[0];
    return shown ? [{ ...shown, open: waiting.length }] : [];
  });
  return newest.sort((a, b) => Number(a.open === 0) - Number(b.open === 0));
}
