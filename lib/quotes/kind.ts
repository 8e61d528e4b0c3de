import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";

export const kinds = {
  quote: {
    tables: ["Quote"],
    words: { one: "quote", many: "quotes", title: "A quote" },
    seenBy: ["patient", "therapist"],
    shared: null,
    find: null,
    timeline: null,
    arrives: null,
    export: { take: takeQuotes },
    page: {
      patient: ({ ref }) => `/my/sessions/${ref}/recall`,
      therapist: ({ ref }) => `/therapist/sessions/${ref}`,
    },
  },
} as const satisfies KindTable;

/** What therapists wrote down and share with the patient. */
async function takeQuotes(db: Db, patientId: string) {
  const rows = await db.quote.findMany({
    where: { patientId, removedAt: null, sharedAt: { not: null } },
    select: { id: true, sessionId: true, authorId: true, at: true, textSealed: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(rows.map(({ authorId }) => authorId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const quotes: { sessionId: string; at: Date; text: string; by: string }[] = [];
  for (const { id, sessionId, authorId, at, textSealed } of rows)
    quotes.push({ sessionId, at, text: await unseal(db, id, textSealed), by: names.get(authorId) ?? "a therapist" });
  return { found: { quotes } };
}
