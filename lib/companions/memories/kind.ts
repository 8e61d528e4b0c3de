import { type Db, sql } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { listAllMemories, listMemoriesByIds } from "./queries";

export const kinds = {
  memory: {
    tables: ["Memory"],
    words: { one: "memory", many: "memories", title: "A memory" },
    seenBy: ["patient", "therapist"],
    shared: {
      with: ["careTeam"],
      answered: true,
      listed: true,
      open: async (db, _patientId, ids) =>
        (await listMemoriesByIds(db, ids)).map(({ id, text, at }) => ({
          ...{ id, ref: null, title: "What they remember", what: "Beside a companion’s line", at },
          parts: [{ part: "words", text }],
        })),
    },
    find: async (db, patientId, matches) =>
      (await listAllMemories(db, patientId))
        .filter(({ text }) => matches(text))
        .map(({ id, noteId, lineId, text }) => ({ id, ref: `${noteId}/lines/${lineId}`, title: text.slice(0, 120) })),
    timeline: null,
    arrives: null,
    export: { take: takeMemories },
    // It stands on the page of the line that it is about.
    page: { patient: ({ ref }) => `/my/companions/notes/${ref}` },
    lies: {
      patient: (
        id,
      ) => sql`(select l."noteId" || '/lines/' || l."id" from "Memory" m join "CompanionLine" l on l."id" = m."lineId"
        where m."id" = ${id})`,
    },
  },
} as const satisfies KindTable;

async function takeMemories(db: Db, patientId: string) {
  const memories = await listAllMemories(db, patientId);
  return { found: { memories: memories.map(({ lineId, text, at }) => ({ lineId, text, at })) } };
}
