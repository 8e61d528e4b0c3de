import type { RecallSubject } from "@/prisma/generated/enums";

export type { RecallSubject };

type Times = { startsAt: Date; endsAt: Date; startedAt: Date | null; completedAt: Date | null };
export type Span = { start: Date; end: Date; until: Date };

const day = 24 * 3_600_000;

/** From when to when a session was, and until when what is written still lies near it: 24 hours after its end. */
export function spanOf({ startsAt, endsAt, startedAt, completedAt }: Times): Span {
  const start = startedAt ?? startsAt;
  const planned = endsAt > start ? endsAt : new Date(start.getTime() + 2 * 3_600_000);
  const end = completedAt && completedAt > start ? completedAt : planned;
  return { start, end, until: new Date(end.getTime() + day) };
}

/** How a patient laid something out. */
export type Laid = {
  position: number | null;
  withIntention: boolean;
  bringAt: Date | null;
  threadId: string | null;
  setAsideAt: Date | null;
};

export const notLaid: Laid = { position: null, withIntention: false, bringAt: null, threadId: null, setAsideAt: null };

type Placed = { id: string; at: Date; position: number | null };

/** In the patient's own order; what has no place yet stands by its time. */
export function inOrder<T extends Placed>(things: T[]): T[] {
  const byTime = things.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  const order = byTime
    .filter(({ position }) => position !== null)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  for (const thing of byTime) {
    if (thing.position !== null) continue;
    const later = order.findIndex(({ at }) => at > thing.at);
    order.splice(later < 0 ? order.length : later, 0, thing);
  }
  return order;
}

/** The ids with one of them laid just before, or just after, another. Unchanged where one of the two is not there. */
export function moved(ids: string[], id: string, to: "up" | "down", past: string): string[] {
  if (id === past || !ids.includes(id) || !ids.includes(past)) return ids;
  const rest = ids.filter((one) => one !== id);
  rest.splice(rest.indexOf(past) + (to === "up" ? 0 : 1), 0, id);
  return rest;
}

/** What one can do with a thing on the desk; each is a state to reach, so that doing it twice changes nothing. */
export const changes = ["bring", "leave", "beside", "apart", "aside", "back", "up", "down"] as const;
export type Change = (typeof changes)[number];

/** Whose lane on the desk: the patient's, a companion's or a therapist's. */
export type Owner = "you" | "companion" | "therapist";
export type Lane = { key: string; owner: Owner; name: string };

/** "You said it; Sam wrote it down" */
export function ownerWords({ owner, by }: { owner: Owner; by: string }): string {
  if (owner === "companion") return `You said it; ${by} wrote it down`;
  return owner === "therapist" ? `You said it; ${by} wrote it down and shared it with you` : "";
}
