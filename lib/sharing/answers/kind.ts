import { type Db, sql } from "@/lib/core/db";
import type { Arrival, KindTable } from "@/lib/core/kind";
import { listAnswers, nobodyKnown } from "./queries";

export const kinds = {
  answer: {
    tables: ["Answer"],
    words: { one: "answer", many: "answers", title: "An answer" },
    seenBy: ["patient", "therapist"],
    shared: null,
    find: null,
    timeline: null,
    arrives: { rows: given, told: tellGiven },
    export: { take: takeAnswers },
    // An answer is read on the page of what it answers.
    page: { patient: () => "/my/path?view=list" },
  },
} as const satisfies KindTable;

/** Whatever therapists answered, to what is shared and what was taken back. */
async function takeAnswers(db: Db, patientId: string) {
  const subjects = await db.answer.findMany({ where: { patientId }, select: { subjectId: true } });
  const answers = await listAnswers(db, [...new Set(subjects.map(({ subjectId }) => subjectId))]);
  return { found: { answers: answers.map(({ subjectId, text, by, at }) => ({ subjectId, text, by, at })) } };
}

/** What was answered lately, opened or not. */
function given(patientId: string, since: Date) {
  return sql`select a."id", a."at", null::text as "ref", null::timestamptz as "sessionAt", a."subjectId" as "about",
      coalesce(p."name", ${nobodyKnown}) as "by"
    from "Answer" a left join "Person" p on p."id" = a."authorId"
    where a."patientId" = ${patientId}::uuid and a."at" > ${since}`;
}

function tellGiven({ by }: Arrival) {
  return {
    title: `${by} answered something you shared`,
    text: "A short note, on the page where you shared it.",
    label: "Read it",
  };
}
