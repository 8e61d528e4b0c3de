import { takesPlace } from "@/lib/companions/grants/rules";
import { dayBounds } from "@/lib/core/clock";
import type { SessionState } from "@/prisma/generated/enums";

type Moment = { state: SessionState; startsAt: Date; endsAt: Date; completedAt: Date | null };

const hour = 3_600_000;

/** Why nothing of a session's room can be kept yet, or at all; null when it can. `zone` is the clinic's. */
export function reasonNotToKeep(session: Moment, at: Date, zone: string): string | null {
  if (!takesPlace(session)) return "This session did not take place.";
  return at < dayBounds(session.startsAt, zone).start ? "The room opens on the day of the session." : null;
}

/** Whether the room's page is open: from the day of the session until twelve hours after its end. */
export function isRoomOpen(session: Moment, at: Date, zone: string): boolean {
  const end = session.completedAt ?? session.endsAt;
  return reasonNotToKeep(session, at, zone) === null && at.getTime() <= end.getTime() + 12 * hour;
}

/** The time at which something was written, as far as it lies between the beginning of the session's day and now. */
export function keptTime(at: Date, { startsAt }: Pick<Moment, "startsAt">, now: Date, zone: string): Date {
  const { start } = dayBounds(startsAt, zone);
  return at > now ? now : at < start ? start : at;
}

/** Neighbours of the same kind together, in the order in which they came. */
export function runsOf<T extends { kind: string }>(items: T[]): T[][] {
  const runs: T[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last?.[0]?.kind === item.kind) last.push(item);
    else runs.push([item]);
  }
  return runs;
}
