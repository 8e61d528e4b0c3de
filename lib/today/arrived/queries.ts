import { type Db, joinSql, sql } from "@/lib/core/db";
import type { Arrival } from "@/lib/core/kind";
import { type KindName, kindNames, kinds, liesIn, patientPageOf } from "@/lib/core/kinds";

/** Something that reached a patient, in words, with the page that shows it. */
export type News = { id: string; kind: KindName; title: string; text: string; label: string; href: string };

type Row = Arrival & { kind: KindName; about: string | null; subject: string | null; lies: string | null };

/** Answers count as new for this long, opened or not. */
const newFor = 3 * 86_400_000;
const most = 10;

/** What reached a patient and waits for them, of every kind that arrives, the newest first, ten at most; in one statement. */
export async function listArrivals(db: Db, patientId: string, at: Date, zone: string): Promise<News[]> {
  const since = new Date(at.getTime() - newFor);
  const arriving = kindNames.flatMap((name) => {
    const rows = kinds[name].arrives?.rows(patientId, since);
    return rows
      ? [sql`select ${name} as "kind", "id", "at", "ref", "by", "sessionAt", "about" from (${rows}) one`]
      : [];
  });
  const found = await db.$queryRaw<Row[]>`
    select a.*, h."subject", ${liesIn("patient", sql`h."subject"`, sql`a."about"`)} as "lies"
    from (select * from (${joinSql(arriving, " union all ")}) every order by "at" desc, "id" desc limit ${most}) a
      left join lateral (select s."subject" from "Share" s where s."subjectId" = a."about" limit 1) h on true
    order by a."at" desc, a."id" desc`;
  return found.flatMap((row) => newsOf(row, zone));
}

function newsOf({ kind, about, subject, lies, ...arrival }: Row, zone: string): News[] {
  const told = kinds[kind].arrives?.told(arrival, zone);
  const href = about
    ? patientPageOf(subject, { id: about, ref: lies })
    : patientPageOf(kind, { id: arrival.id, ref: arrival.ref });
  return told ? [{ id: arrival.id, kind, href, ...told }] : [];
}
