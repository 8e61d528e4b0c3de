import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import type { Prisma } from "@/prisma/generated/client";
import type { isAhead, SessionKind } from "./rules";

const intention = {
  select: {
    id: true,
    version: true,
    wordings: { select: { id: true, number: true, text: true, at: true }, orderBy: { number: "desc" } },
  },
} as const;

/** One session with its intention (newest wording first) as far as the reader may see it. The therapist is null for a companion. */
export async function findSession(db: Db, id: string) {
  if (!isId(id)) return null;
  const session = await db.session.findUnique({
    where: { id },
    include: {
      intention,
      replaces: { select: { id: true, startsAt: true } },
      replacedBy: { select: { id: true, startsAt: true } },
    },
  });
  if (!session) return null;
  const people = await findNames(db, [session.patientId, session.therapistId]);
  return {
    ...session,
    patient: people.get(session.patientId) ?? null,
    therapist: people.get(session.therapistId) ?? null,
  };
}

/** The session that is under way or comes next, with its intention as far as the reader may see it. */
export function findNextSession(db: Db, patientId: string, after: Date) {
  return db.session.findFirst({
    where: {
      patientId,
      OR: [{ state: "inProgress" }, { state: { in: ["scheduled", "checkedIn"] }, endsAt: { gt: after } }],
    },
    include: { intention },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

/**
 * A patient's sessions from the first to the last, without those that were moved to another time. With each: the newest wording of its intention,
 * its notes and its companion's notes as far as the reader may see them, and for dosing sessions the number in its course.
 */
export async function listSessions(db: Db, patientId: string) {
  const rows = await db.session.findMany({
    where: { patientId, replacedBy: null },
    include: {
      intention: { ...intention, select: { ...intention.select, wordings: { ...intention.select.wordings, take: 1 } } },
      notes: { select: { id: true, state: true, authorId: true, format: true, savedAt: true, signedAt: true } },
      companionNotes: {
        select: { id: true, authorId: true, handedOverAt: true, openedAt: true, setAsideAt: true },
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const people = await findNames(db, [...new Set(rows.map((row) => row.therapistId))]);
  const numbers = numberDoses(rows);
  return rows.map((row) => ({
    ...row,
    number: numbers.get(row.id),
    therapist: people.get(row.therapistId) ?? null,
  }));
}

export type SessionInCourse = Awaited<ReturnType<typeof listSessions>>[number];
export type SessionFound = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** A required relation that the reader may not see would be a fault, so names are looked up apart. */
async function findNames(db: Db, ids: string[]) {
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, pronouns: true, credentials: true },
  });
  return new Map(people.map((person) => [person.id, person]));
}

type Numbered = Parameters<typeof isAhead>[0] & { id: string; courseId: string; kind: SessionKind };

function numberDoses(rows: Numbered[]): Map<string, number> {
  const perCourse = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const row of rows) {
    if (row.kind !== "dosing" || row.state === "cancelled" || row.state === "noShow") continue;
    const number = (perCourse.get(row.courseId) ?? 0) + 1;
    perCourse.set(row.courseId, number);
    numbers.set(row.id, number);
  }
  return numbers;
}

const led = {
  select: {
    id: true,
    patientId: true,
    kind: true,
    state: true,
    startsAt: true,
    endsAt: true,
    place: true,
    patient: { select: { name: true, contact: { select: { fullName: true } } } },
  },
  orderBy: [{ startsAt: "asc" }, { id: "asc" }],
} satisfies Prisma.SessionFindManyArgs;

/** The sessions that a therapist leads in a span of time, without those that were cancelled. */
export const listLedBetween = async (db: Db, therapistId: string, span: { start: Date; end: Date }) =>
  withNames(
    await db.session.findMany({
      ...led,
      where: { therapistId, state: { not: "cancelled" }, startsAt: { gte: span.start, lt: span.end } },
    }),
  );

/** Sessions that a therapist led, that ended by plan and of which nobody has recorded the end. The oldest first. */
export const listUnrecorded = async (db: Db, therapistId: string, before: Date) =>
  withNames(
    await db.session.findMany({
      ...led,
      where: { therapistId, state: { in: ["scheduled", "checkedIn", "inProgress"] }, endsAt: { lt: before } },
      take: 100,
    }),
  );

/** Every step of a session with who took it, the oldest first. */
export async function listChanges(db: Db, sessionId: string) {
  const changes = await db.sessionChange.findMany({ where: { sessionId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const people = await findNames(db, [...new Set(changes.map(({ byId }) => byId))]);
  return changes.map(({ id, to, reason, at, byId }) => ({ id, to, reason, at, by: people.get(byId)?.name ?? "" }));
}

type Led = { patient: { name: string; contact: { fullName: string } | null } };

const withNames = <Row extends Led>(rows: Row[]) =>
  rows.map(({ patient, ...row }) => ({ ...row, patientName: patient.contact?.fullName || patient.name }));

export type LedSession = Awaited<ReturnType<typeof listLedBetween>>[number];
