import { type Db, sql } from "@/lib/core/db";
import type { KindName } from "@/lib/core/kinds";
import type { SessionKind, SessionState } from "@/prisma/generated/enums";
import { thingsOf } from "../list/queries";
import type { Stretch } from "../rules";

/** A session on the path. `at` is when its dose was over, or when it is planned. */
export type PathSession = { id: string; kind: SessionKind; state: SessionState; at: Date; intention: string | null };

/** The sessions that took place or are planned, the first first, each with the newest words of its intention. */
export const listPathSessions = (db: Db, patientId: string) => db.$queryRaw<PathSession[]>`
  select s."id", s."kind"::text as "kind", s."state"::text as "state", coalesce(s."completedAt", s."startedAt", s."startsAt") as "at",
    (select w."text" from "Intention" i join "IntentionWording" w on w."intentionId" = i."id"
     where i."sessionId" = s."id" order by w."number" desc limit 1) as "intention"
  from "Session" s where s."patientId" = ${patientId}::uuid and s."state" not in ('cancelled', 'noShow')
    and not exists (select 1 from "Session" r where r."replacesId" = s."id")
  order by 4, 1`;

/** When the first thing on a path was, and how many pages the journal has. */
export async function findExtent(db: Db, patientId: string): Promise<{ first: Date | null; pages: number }> {
  const [row] = await db.$queryRaw<{ first: Date | null; pages: number }[]>`
    select (select min("at") from (${thingsOf(patientId, undefined, sql`order by 3 limit 1`)}) t) as "first",
      (select count(*)::int from "Entry" where "patientId" = ${patientId}::uuid and "putAwayAt" is null) as "pages"`;
  return row ?? { first: null, pages: 0 };
}

/** What lies close together, as one: how many, the newest of them with its time, and the mean mood where there are check-ins. */
export type Group = {
  look: "words" | "practices" | "notes" | "checkIns";
  count: number;
  at: Date;
  id: string;
  kind: KindName;
  ref: string | null;
  label: string;
  mood: number | null;
};

/** Groups of at least a day, however long the path is. */
const mostGroups = 400;
const dayLong = 86_400;

/** What lies on a path by day, or by more days where it is long: the number of groups does not grow with what was written. */
export function listGroups(db: Db, patientId: string, first: Date, until: Date): Promise<Group[]> {
  const seconds = (until.getTime() - first.getTime()) / 1000;
  const width = Math.max(1, Math.ceil(seconds / dayLong / mostGroups)) * dayLong;
  return db.$queryRaw<Group[]>`
    select distinct on ("look", "bucket") "look", "at", "id", "kind", "ref", case when "look" = 'practices' then "label" else '' end as "label",
      (count(*) over w)::int as "count", (avg("mood") over w)::float8 as "mood"
    from (select t.*, floor(extract(epoch from ("at" - ${first})) / ${width}) as "bucket"
      from (${thingsOf(patientId)}) t where "look" <> 'session') g
    window w as (partition by "look", "bucket")
    order by "look", "bucket", "at" desc, "id" desc`;
}

/** How much of each kind lies in each stretch, in the order of the stretches. */
export async function countStretches(db: Db, patientId: string, stretches: Stretch[]) {
  const starts = stretches.flatMap(({ from }) => from ?? []);
  const rows = await db.$queryRaw<{ stretch: number; kind: KindName; count: number }[]>`
    select width_bucket("at", ${starts}::timestamptz[]) as "stretch", "kind", count(*)::int as "count"
    from (${thingsOf(patientId)}) t where "look" <> 'session' group by 1, 2`;
  return stretches.map((stretch, index) => ({
    ...stretch,
    counts: Object.fromEntries(
      rows.filter((row) => row.stretch === index).map(({ kind, count }) => [kind, count]),
    ) as Partial<Record<KindName, number>>,
  }));
}

export type CountedStretch = Awaited<ReturnType<typeof countStretches>>[number];
