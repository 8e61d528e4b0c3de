import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";

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

/** Somebody whose name the patient cannot see. */
export const nobodyKnown = "Somebody of your care team";

async function namesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
