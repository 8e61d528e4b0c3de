import { sql } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { listLinesByIds } from "../notes/shared/queries";

export const kinds = {
  companionLine: {
    tables: ["CompanionLine"],
    words: { one: "companion’s line", many: "companions’ lines", title: "A companion’s line" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam", "companion"],
      answered: false,
      listed: false,
      open: async (db, _patientId, ids) =>
        (await listLinesByIds(db, ids)).map(({ id, text, at }) => ({
          ...{ id, ref: null, title: "A line", what: "", at },
          parts: [{ part: "words", text: `“${text}”` }],
        })),
    },
    find: null,
    timeline: null,
    arrives: null,
    export: { leave: "Lines that are open stand in the companions’ notes" },
    page: {
      patient: ({ id, ref }) => `/my/companions/notes/${ref}/lines/${id}`,
      therapist: ({ ref }) => `/therapist/sessions/${ref}`,
    },
    lies: {
      patient: (id) => sql`(select "noteId" from "CompanionLine" where "id" = ${id})`,
      therapist: (id) => sql`(select l."sessionId" from notes_of_lines(array[${id}]) l limit 1)`,
    },
  },
} as const satisfies KindTable;
