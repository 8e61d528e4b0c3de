import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";

/** Something a patient said, opened. `by` is who wrote it down; `sharedAt` is since when the patient reads it. */
export type Quote = { id: string; at: Date; text: string; authorId: string; by: string; sharedAt: Date | null };

const most = 500;

/** What was written down in a session and is still there, the first first: for its patient what is shared with them, for the care team all of it. */
export async function listQuotes(db: Db, sessionId: string): Promise<Quote[]> {
  const rows = await db.quote.findMany({
    where: { sessionId, removedAt: null },
    select: { id: true, at: true, textSealed: true, authorId: true, sharedAt: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: most,
  });
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(rows.map(({ authorId }) => authorId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const quotes: Quote[] = [];
  for (const { textSealed, ...row } of rows) {
    const text = await unseal(db, row.id, textSealed);
    quotes.push({ ...row, text, by: names.get(row.authorId) ?? "a therapist" });
  }
  return quotes;
}
