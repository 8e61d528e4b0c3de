import type { Db } from "@/lib/core/db";

/** The days in the patient's zone since then on which they wrote, and those on which they practised: one time for each, at most 400 in all. */
export async function listMarks(db: Db, patientId: string, since: Date): Promise<{ words: Date[]; practices: Date[] }> {
  const rows = await db.$queryRaw<{ words: boolean; at: Date }[]>`
    select "words", max("at") as "at" from (
      select true as "words", "at" from "Entry" where "patientId" = ${patientId}::uuid and "putAwayAt" is null and "at" >= ${since}
      union all
      select true, "at" from "IntentionWording" where "patientId" = ${patientId}::uuid and "at" >= ${since}
      union all
      select false, "at" from "PracticeLog" where "patientId" = ${patientId}::uuid and "removedAt" is null and "at" >= ${since}
    ) one group by "words", date_trunc('day', "at", coalesce((select "timeZone" from "Person" where "id" = ${patientId}::uuid), 'UTC'))
    order by 2 desc limit 400`;
  const times = (words: boolean) => rows.filter((row) => row.words === words).map(({ at }) => at);
  return { words: times(true), practices: times(false) };
}

/** A patient's own words at one time. A page has no text here; it is opened apart. */
export type OwnWords = { source: "goal" | "wording" | "entry"; id: string; ref: string | null; at: Date; text: string };

/** The first words that a patient wrote here (of a goal, an intention or a page), and the latest (of an intention or a page). */
export async function findFirstAndLatest(db: Db, patientId: string): Promise<{ first?: OwnWords; latest?: OwnWords }> {
  const rows = await db.$queryRaw<(OwnWords & { end: "first" | "latest" })[]>`
    (select 'first' as "end", 'goal' as "source", "id", "id" as "ref", "createdAt" as "at", "from" as "text"
      from "Goal" where "patientId" = ${patientId}::uuid order by "createdAt", "id" limit 1)
    union all (select 'first', 'wording', w."id", i."sessionId", w."at", w."text" from "IntentionWording" w
      join "Intention" i on i."id" = w."intentionId" where w."patientId" = ${patientId}::uuid order by w."at", w."id" limit 1)
    union all (select 'first', 'entry', "id", null, "at", '' from "Entry"
      where "patientId" = ${patientId}::uuid and "putAwayAt" is null order by "at", "id" limit 1)
    union all (select 'latest', 'wording', w."id", i."sessionId", w."at", w."text" from "IntentionWording" w
      join "Intention" i on i."id" = w."intentionId" where w."patientId" = ${patientId}::uuid order by w."at" desc, w."id" desc limit 1)
    union all (select 'latest', 'entry', "id", null, "at", '' from "Entry"
      where "patientId" = ${patientId}::uuid and "putAwayAt" is null order by "at" desc, "id" desc limit 1)`;
  const of = (end: "first" | "latest") =>
    rows.filter((row) => row.end === end).sort((a, b) => a.at.getTime() - b.at.getTime());
  return { first: of("first")[0], latest: of("latest").at(-1) };
}

/** When a patient's dosing sessions were over, the first first. */
export async function listDoseTimes(db: Db, patientId: string): Promise<{ id: string; at: Date }[]> {
  const rows = await db.session.findMany({
    where: { patientId, kind: "dosing", state: "completed" },
    select: { id: true, completedAt: true, startsAt: true },
    orderBy: [{ completedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, completedAt, startsAt }) => ({ id, at: completedAt ?? startsAt }));
}
