import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { hasBegun } from "@/lib/sessions/rules";
import type { Prisma } from "@/prisma/generated/client";
import { type Laid, notLaid, type RecallSubject, type Span, spanOf } from "../rules";

/** How many pages of the journal, and how many lines of all companions together, a desk holds. */
const mostEntries = 200;
const mostLines = 1_000;

/** A patient's own dosing session that has begun, with its time. Null where there is none. */
export async function findDeskSession(db: Db, patientId: string, sessionId: string) {
  if (!isId(sessionId)) return null;
  const session = await db.session.findUnique({
    where: { id: sessionId, patientId, kind: "dosing" },
    select: { id: true, state: true, startsAt: true, endsAt: true, startedAt: true, completedAt: true },
  });
  return session && hasBegun(session) ? { ...session, ...spanOf(session) } : null;
}

/** The pages of a patient's journal near a session that the one who asks may see, the first first. */
export async function listEntriesNear(db: Db, patientId: string, { start, until }: Span) {
  return db.entry.findMany({
    where: { patientId, putAwayAt: null, at: { gte: start, lte: until } },
    select: { id: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: mostEntries,
  });
}

/** A line is on the desk once its patient opened it, alone or with its whole note. */
const opened = {
  removedAt: null,
  OR: [{ openedAt: { not: null } }, { note: { openedAt: { not: null } } }],
} satisfies Prisma.CompanionLineWhereInput;

/** What companions wrote down in a session and handed over, as far as the patient opened it: without the words of what still waits. */
export async function listOpenedLines(db: Db, sessionId: string) {
  return db.companionLine.findMany({
    where: { ...opened, note: { sessionId, handedOverAt: { not: null } } },
    select: {
      id: true,
      at: true,
      textSealed: true,
      setAsideAt: true,
      memory: { select: { id: true, at: true, sealed: true } },
      note: {
        select: { id: true, setAsideAt: true, grant: { select: { companionName: true, nameGoneAt: true } } },
      },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: mostLines,
  });
}

/** The notes of a session of which something still waits to be opened. */
export function listWaiting(db: Db, sessionId: string) {
  return db.companionNote.findMany({
    where: {
      sessionId,
      handedOverAt: { not: null },
      openedAt: null,
      setAsideAt: null,
      OR: [{ lines: { some: { removedAt: null, openedAt: null } } }, { lines: { none: {} } }],
    },
    select: { id: true, grant: { select: { companionName: true, nameGoneAt: true } } },
    orderBy: [{ handedOverAt: "asc" }, { id: "asc" }],
  });
}

/** By the thing's id, how a patient laid out a session's desk. For the care team what they see anyway and is to be brought. */
export async function listLaid(db: Db, sessionId: string): Promise<(id: string) => Laid> {
  const rows = await db.recallItem.findMany({
    where: { sessionId },
    select: {
      subjectId: true,
      position: true,
      withIntention: true,
      bringAt: true,
      threadId: true,
      setAsideAt: true,
    },
  });
  const laid = new Map(rows.map(({ subjectId, ...row }) => [subjectId, row]));
  return (id) => laid.get(id) ?? notLaid;
}

type Standing = { id: string; subject: RecallSubject; at: Date; aside: boolean; position: number | null };

/** Where everything on a desk stands, without a word of it. */
export async function listStanding(db: Db, session: Span & { id: string }, patientId: string): Promise<Standing[]> {
  const laidOf = await listLaid(db, session.id);
  const entries = await listEntriesNear(db, patientId, session);
  const lines = await db.companionLine.findMany({
    where: { ...opened, note: { sessionId: session.id, handedOverAt: { not: null } } },
    select: {
      id: true,
      at: true,
      setAsideAt: true,
      note: { select: { setAsideAt: true } },
      memory: { select: { id: true, at: true } },
    },
    take: mostLines,
  });
  const quotes = await db.quote.findMany({
    where: { sessionId: session.id, removedAt: null },
    select: { id: true, at: true },
  });
  const stand = (subject: RecallSubject, { id, at }: { id: string; at: Date }, asideAt?: Date | null) => {
    const { position, setAsideAt } = laidOf(id);
    return { id, subject, at, position, aside: Boolean(asideAt ?? setAsideAt) };
  };
  return [
    ...entries.map((entry) => stand("entry", entry)),
    ...lines.map((line) => stand("companionLine", line, line.setAsideAt ?? line.note.setAsideAt)),
    ...lines.flatMap(({ memory }) => (memory ? [stand("memory", memory)] : [])),
    ...quotes.map((quote) => stand("quote", quote)),
  ];
}
