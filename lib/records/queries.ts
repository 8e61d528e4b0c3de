import type { Db } from "@/lib/core/db";
import { cutPage, olderFirst, type Page, type Place, pageSize } from "@/lib/core/pages";
import type { Role } from "@/prisma/generated/enums";
import { keptApart, unnamed } from "./rules";

export type Opening = { id: string; at: Date; verb: string; by: string; sessionAt: Date | null };

type Entry = { role: Role | null; actorId: string | null; subjectId: string | null };

/** What others did with a patient's record, the newest first, with the start of the session that each was about. */
export async function listOpenings(db: Db, patientId: string, place: Place): Promise<Page<Opening>> {
  const from = place.before ?? place.after;
  const start = from ? await db.auditEntry.findUnique({ where: { id: from }, select: { id: true, at: true } }) : null;
  const { where, orderBy } = olderFirst("at", place, start);
  const entries = await db.auditEntry.findMany({
    where: { AND: [where, { patientId, actorId: { not: patientId }, verb: { notIn: keptApart } }] },
    select: { id: true, at: true, verb: true, role: true, actorId: true, subjectId: true },
    orderBy,
    take: pageSize + 1,
  });
  const page = cutPage(entries, place);
  const names = await findNames(db, page.rows);
  const sessions = await findSessionStarts(db, page.rows);
  return {
    ...page,
    rows: page.rows.map(({ id, at, verb, role, actorId, subjectId }) => ({
      id,
      at,
      verb,
      by: names.get(actorId ?? "") ?? unnamed[role ?? "admin"],
      sessionAt: sessions.get(subjectId ?? "") ?? null,
    })),
  };
}

async function findNames(db: Db, entries: Entry[]): Promise<Map<string, string>> {
  const ids = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))];
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const gone = await db.companionGrant.findMany({
    where: { companionId: { in: ids }, nameGoneAt: { not: null } },
    select: { companionId: true },
  });
  const nameless = new Set(gone.map(({ companionId }) => companionId));
  return new Map(people.filter(({ id }) => !nameless.has(id)).map(({ id, name }) => [id, name]));
}

/** The start of the session by the id of what the act was about: the session itself, or something of it. */
async function findSessionStarts(db: Db, entries: Entry[]): Promise<Map<string, Date>> {
  const ids = entries.flatMap(({ subjectId }) => subjectId ?? []);
  const sessions = await db.session.findMany({
    where: {
      OR: [
        { id: { in: ids } },
        { notes: { some: { id: { in: ids } } } },
        { companionNotes: { some: { id: { in: ids } } } },
        { agreements: { some: { id: { in: ids } } } },
        { quotes: { some: { id: { in: ids } } } },
        { calls: { some: { id: { in: ids } } } },
      ],
    },
    select: {
      id: true,
      startsAt: true,
      notes: { select: { id: true } },
      companionNotes: { select: { id: true } },
      agreements: { select: { id: true } },
      quotes: { select: { id: true } },
      calls: { select: { id: true } },
    },
  });
  return new Map(
    sessions.flatMap(({ id, startsAt, ...of }) =>
      [id, ...Object.values(of).flatMap((rows) => rows.map((row) => row.id))].map((subject): [string, Date] => [
        subject,
        startsAt,
      ]),
    ),
  );
}
