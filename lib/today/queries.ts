import type { Db } from "@/lib/core/db";
import { listSessions, type SessionInCourse } from "@/lib/sessions/queries";
import type { Moment } from "./rules";

type Noted = { id: string; sessionId: string; sessionAt: Date; by: string | null };

/** What a patient's first page stands on: the moment, every session, and what was shared with them that they have not opened. */
export async function findToday(db: Db, patientId: string, at: Date, zone: string) {
  const sessions = await listSessions(db, patientId);
  const goal = await db.goal.findFirst({ where: { patientId, letGoAt: null }, select: { id: true } });
  const moment: Moment = {
    at,
    zone,
    hasGoal: goal !== null,
    sessions: sessions.map((session) => ({ ...session, intention: session.intention?.wordings[0]?.text ?? null })),
  };
  return { moment, sessions, ...(await findUnopened(db, patientId, sessions)) };
}

async function findUnopened(db: Db, patientId: string, sessions: SessionInCourse[]) {
  const all = sessions.flatMap(({ id, startsAt, notes }) =>
    notes.map((note) => ({ ...note, id: note.id, sessionId: id, sessionAt: startsAt })),
  );
  const handed = sessions.flatMap(({ id, startsAt, companionNotes }) =>
    companionNotes
      .filter((note) => note.handedOverAt && !note.openedAt)
      .map((note) => ({ ...note, sessionId: id, sessionAt: startsAt })),
  );
  const read = await db.auditEntry.findMany({
    where: { actorId: patientId, verb: "note.read", subjectId: { in: all.map(({ id }) => id) } },
    select: { subjectId: true },
    distinct: ["subjectId"],
  });
  const opened = new Set(read.map(({ subjectId }) => subjectId));
  const unread = all.filter(({ id }) => !opened.has(id));
  const people = await db.person.findMany({
    where: { id: { in: [...unread, ...handed].map(({ authorId }) => authorId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const named = ({ id, sessionId, sessionAt, authorId }: (typeof unread | typeof handed)[number]): Noted => ({
    id,
    sessionId,
    sessionAt,
    by: names.get(authorId) ?? null,
  });
  return { notes: unread.map(named), companionNotes: handed.map(named) };
}
