import { unseal } from "@/lib/core/crypto";
import { type Db, sql } from "@/lib/core/db";
import { liesIn } from "@/lib/core/kinds";

export type Answer = { id: string; subjectId: string; text: string; by: string; authorId: string; at: Date };
export type Seen = { subjectId: string; personId: string; by: string; at: Date };

/** The answers to these entries that the one who asks may read, in the order in which they were given. */
export async function listAnswers(db: Db, subjectIds: string[]): Promise<Answer[]> {
  const rows = await db.answer.findMany({
    where: { subjectId: { in: subjectIds } },
    select: { id: true, subjectId: true, authorId: true, textSealed: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const names = await namesOf(
    db,
    rows.map(({ authorId }) => authorId),
  );
  const answers: Answer[] = [];
  for (const { textSealed, ...row } of rows) {
    const text = await unseal(db, row.id, textSealed);
    answers.push({ ...row, by: names.get(row.authorId) ?? nobodyKnown, text });
  }
  return answers;
}

/** For a patient: who of the care team has had these entries open, and when for the first time. */
export async function listSeen(db: Db, subjectIds: string[]): Promise<Seen[]> {
  const rows = await db.shareSeen.findMany({
    where: { subjectId: { in: subjectIds } },
    select: { subjectId: true, personId: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const names = await namesOf(
    db,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => ({ ...row, by: names.get(row.personId) ?? nobodyKnown }));
}

/** `subject` is the kind of thing that it answers, `ref` what that lies in. */
export type NewAnswer = {
  id: string;
  subjectId: string;
  subject: string | null;
  ref: string | null;
  by: string;
  at: Date;
};

/** For a patient: the answers given since then, the newest first, ten at most. */
export const listNewAnswers = (db: Db, patientId: string, since: Date): Promise<NewAnswer[]> =>
  db.$queryRaw`
    select a."id", a."subjectId", a."at", coalesce(p."name", ${nobodyKnown}) as "by", h."subject",
      ${liesIn("patient", sql`h."subject"`, sql`a."subjectId"`)} as "ref"
    from "Answer" a left join "Person" p on p."id" = a."authorId"
      left join lateral (select s."subject" from "Share" s where s."subjectId" = a."subjectId" limit 1) h on true
    where a."patientId" = ${patientId}::uuid and a."at" > ${since}
    order by a."at" desc, a."id" desc
    limit 10`;

const nobodyKnown = "Somebody of your care team";

async function namesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
