import { dayOf } from "@/lib/core/clock";
import type { Db } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";
import { listPractices } from "@/lib/practices/queries";
import { listSessions, type SessionInCourse } from "@/lib/sessions/queries";
import { listNewAnswers } from "./arrived/queries";
import type { Moment } from "./rules";
import { ideasFrom } from "./suggestions/rules";

type Noted = { id: string; sessionId: string; sessionAt: Date; by: string | null };

/** Answers count as new for this long, opened or not. */
const newFor = 3 * 86_400_000;

/** What a patient's first page stands on: the moment, how the portal fits them, every session, and what reached them lately. */
export async function findToday(db: Db, patientId: string, at: Date, zone: string) {
  const fit = await findFit(db, patientId);
  const sessions = await listSessions(db, patientId);
  const { hasGoal, hasCheckedIn, hasDrawer, planned } = await findFacts(db, patientId, dayOf(at, zone));
  const moment: Moment = {
    at,
    zone,
    hasGoal,
    ideas: ideasFrom(await listPractices(db, patientId), planned, fit.pacing === "gentle"),
    sessions: sessions.map((session) => ({ ...session, intention: session.intention?.wordings[0]?.text ?? null })),
  };
  const answers = await listNewAnswers(db, patientId, new Date(at.getTime() - newFor));
  return { moment, fit, sessions, answers, hasCheckedIn, hasDrawer, ...(await findUnopened(db, patientId, sessions)) };
}

type Facts = { hasGoal: boolean; hasCheckedIn: boolean; hasDrawer: boolean; planned: string[] };

/** Small facts in one statement: whether a goal is held, the day has a check-in, the drawer something unopened, and the slugs of the plan. */
async function findFacts(db: Db, patientId: string, day: string): Promise<Facts> {
  const [facts] = await db.$queryRaw<[Facts]>`
    select exists (select 1 from "Goal" where "patientId" = ${patientId}::uuid and "letGoAt" is null) as "hasGoal",
      exists (select 1 from "CheckIn" where "patientId" = ${patientId}::uuid and "day" = ${day}::date) as "hasCheckedIn",
      exists (select 1 from "DrawerLine" where "patientId" = ${patientId}::uuid and "openedAt" is null) as "hasDrawer",
      array(select "slug" from "PlanItem" where "patientId" = ${patientId}::uuid and "endedAt" is null order by "id") as "planned"`;
  return facts;
}

async function findUnopened(db: Db, patientId: string, sessions: SessionInCourse[]) {
  const all = sessions.flatMap(({ id, startsAt, notes }) =>
    notes.map((note) => ({ ...note, id: note.id, sessionId: id, sessionAt: startsAt })),
  );
  const handed = sessions.flatMap(({ id, startsAt, companionNotes }) =>
    companionNotes
      .filter((note) => note.handedOverAt && !note.openedAt && !note.setAsideAt)
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
