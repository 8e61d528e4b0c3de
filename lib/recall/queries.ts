import { nameOf } from "@/lib/companions/grants/rules";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { findIntention } from "@/lib/intentions/queries";
import { type Entry, listEntriesByIds } from "@/lib/journal/queries";
import { listQuotes } from "@/lib/quotes/queries";
import { listAudiences } from "@/lib/sharing/queries";
import { listThreads } from "@/lib/threads/queries";
import { findDeskSession, listEntriesNear, listLaid, listOpenedLines, listWaiting } from "./places/queries";
import { inOrder, type Laid, type Lane, type Owner, type RecallSubject } from "./rules";

/** What the patient remembers beside a line. */
export type Beside = { id: string; at: Date; text: string; brought: boolean };

/** One thing on the desk, opened. `by` is who wrote it down, `lane` where it lies in the picture; `tags` are the threads of a page. */
export type Thing = Laid & {
  id: string;
  subject: RecallSubject;
  at: Date;
  text: string;
  owner: Owner;
  by: string;
  lane: string;
  entry: Entry | null;
  noteId: string | null;
  /** Its whole note is put aside. */
  withNote: boolean;
  memory: Beside | null;
  tags: string[];
};

type Session = NonNullable<Awaited<ReturnType<typeof findDeskSession>>>;

/**
 * A dosing session's recall desk, for its patient: what they, their companions and their therapist keep of it, on one clock. What a companion
 * handed over is there once it is opened; `aside` holds what was put aside, in the same order. Null where there is no such session.
 */
export async function findDesk(db: Db, patientId: string, sessionId: string) {
  const session = await findDeskSession(db, patientId, sessionId);
  if (!session) return null;
  const laidOf = await listLaid(db, session.id);
  const all = [
    ...(await entryThings(db, patientId, session, laidOf)),
    ...(await lineThings(db, session.id, laidOf)),
    ...(await quoteThings(db, session.id, laidOf)),
  ];
  const things = inOrder(all.filter(({ setAsideAt }) => !setAsideAt));
  const shareable = all.flatMap(({ id, subject, memory }) => [
    ...(subject === "quote" ? [] : [id]),
    ...(memory ? [memory.id] : []),
  ]);
  const waiting = await listWaiting(db, session.id);
  return {
    session,
    things,
    aside: inOrder(all.filter(({ setAsideAt }) => setAsideAt)),
    lanes: lanesOf(things),
    arranged: things.some(({ position }) => position !== null),
    intention: await findIntention(db, session.id),
    waiting: waiting.map(({ id, grant }) => ({ id, by: nameOf(grant) })),
    threads: await listThreads(db, patientId),
    audienceOf: await listAudiences(db, patientId, shareable),
  };
}

export type Desk = NonNullable<Awaited<ReturnType<typeof findDesk>>>;
type LaidOf = (id: string) => Laid;

const plain = { entry: null, noteId: null, withNote: false, memory: null, tags: [] };

async function entryThings(db: Db, patientId: string, session: Session, laidOf: LaidOf): Promise<Thing[]> {
  const ids = (await listEntriesNear(db, patientId, session)).map(({ id }) => id);
  const entries = await listEntriesByIds(db, ids);
  const places = await db.threadPlace.findMany({
    where: { entryId: { in: ids }, removedAt: null },
    select: { entryId: true, threadId: true },
    orderBy: { addedAt: "asc" },
  });
  return entries.map((entry) => ({
    ...plain,
    ...laidOf(entry.id),
    ...{ id: entry.id, subject: "entry", at: entry.at, text: entry.title || entry.text, entry },
    ...{ owner: "you", by: "", lane: "you" },
    tags: places.filter(({ entryId }) => entryId === entry.id).map(({ threadId }) => threadId),
  }));
}

async function lineThings(db: Db, sessionId: string, laidOf: LaidOf): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const { id, at, textSealed, setAsideAt, memory, note } of await listOpenedLines(db, sessionId)) {
    things.push({
      ...plain,
      ...laidOf(id),
      ...{ id, subject: "companionLine", at, text: await unseal(db, id, textSealed) },
      ...{ owner: "companion", by: nameOf(note.grant), lane: note.id },
      ...{ noteId: note.id, withNote: note.setAsideAt !== null },
      memory: memory && (await openMemory(db, memory, laidOf)),
      setAsideAt: setAsideAt ?? note.setAsideAt,
    });
  }
  return things;
}

/** Null where the patient took its words away again. */
async function openMemory(db: Db, { id, at, sealed }: { id: string; at: Date; sealed: string }, laidOf: LaidOf) {
  const text = await unseal(db, id, sealed);
  return text ? { id, at, text, brought: laidOf(id).bringAt !== null } : null;
}

async function quoteThings(db: Db, sessionId: string, laidOf: LaidOf): Promise<Thing[]> {
  const quotes = await listQuotes(db, sessionId);
  return quotes.map(({ id, at, text, by, authorId }) => ({
    ...plain,
    ...laidOf(id),
    ...{ id, subject: "quote", at, text, owner: "therapist", by, lane: authorId },
  }));
}

/** The patient's lane first, then everybody else's who has something on the desk. */
function lanesOf(things: Thing[]): Lane[] {
  const others = things.filter(({ owner }) => owner !== "you");
  const rank = (owner: Owner) => (owner === "companion" ? 0 : 1);
  const lanes = new Map<string, Lane>();
  for (const { lane, owner, by } of others.toSorted((a, b) => rank(a.owner) - rank(b.owner) || +a.at - +b.at)) {
    lanes.set(lane, { key: lane, owner, name: by });
  }
  return [{ key: "you", owner: "you", name: "You" }, ...lanes.values()];
}
