import { type Db, sql } from "@/lib/core/db";
import { liesIn } from "@/lib/core/kinds";
import { nobodyKnown } from "@/lib/sharing/answers/queries";

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
