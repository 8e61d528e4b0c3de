import type { Db } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { listAnswers } from "./queries";

export const kinds = {
  answer: {
    tables: ["Answer"],
    words: { one: "an answer", many: "answers", title: "An answer" },
    seenBy: ["patient", "therapist"],
    shared: null,
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
