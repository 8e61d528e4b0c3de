import { type Db, type Sql, sql } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { sessionTitle } from "@/lib/sessions/rules";
import { listIntentionsByIds } from "./queries";

const sessionOf = (id: Sql) => sql`(select "sessionId" from "Intention" where "id" = ${id})`;

export const kinds = {
  intention: {
    tables: ["Intention", "IntentionWording"],
    words: { one: "intention", many: "intentions", title: "An intention" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam", "companion"],
      answered: true,
      listed: true,
      open: async (db, _patientId, ids) =>
        (await listIntentionsByIds(db, ids)).map(({ id, sessionId, session, text }) => ({
          ...{ id, ref: sessionId, title: "Intention" },
          ...{ what: session ? sessionTitle(session) : "", at: session?.startsAt ?? null },
          parts: [{ part: "words", text: `“${text}”` }],
        })),
    },
    find: async (db, patientId, matches) => {
      const wordings = await db.intentionWording.findMany({
        where: { patientId },
        select: { text: true, intention: { select: { id: true, sessionId: true } } },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        distinct: ["intentionId"],
        take: 300,
      });
      return wordings
        .filter(({ text }) => matches(text))
        .map(({ text, intention }) => ({ id: intention.id, ref: intention.sessionId, title: text }));
    },
    timeline: {
      from: sql`"IntentionWording" x join "Intention" i on i."id" = x."intentionId"`,
      at: sql`x."at"`,
      where: sql`true`,
      ref: sql`i."sessionId"`,
      label: sql`x."text"`,
      look: "words",
      own: true,
      name: async (_db, _patientId, things) => things.map(({ id, label }) => [id, { title: label, what: "Intention" }]),
    },
    arrives: null,
    export: { take: takeIntentions },
    page: { patient: ({ ref }) => `/my/sessions/${ref}`, therapist: ({ ref }) => `/therapist/sessions/${ref}` },
    lies: { patient: sessionOf, therapist: sessionOf },
  },
} as const satisfies KindTable;

async function takeIntentions(db: Db, patientId: string) {
  const intentions = await db.intention.findMany({
    where: { patientId },
    select: {
      ...{ id: true, sessionId: true },
      wordings: { select: { number: true, text: true, at: true }, orderBy: { number: "asc" } },
    },
  });
  return { found: { intentions } };
}
