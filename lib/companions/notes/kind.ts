import { sql } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { sessionTitle } from "@/lib/sessions/rules";
import { listNotesByIds } from "./queries";

export const kinds = {
  companionNote: {
    tables: ["CompanionNote"],
    words: { one: "a companion’s note", many: "companions’ notes", title: "A companion’s notes" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam"],
      answered: true,
      listed: true,
      open: async (db, _patientId, ids) =>
        (await listNotesByIds(db, ids)).map(({ id, companionName, session }) => ({
          ...{ id, ref: session.id, title: `${companionName}’s notes` },
          ...{ what: sessionTitle(session), at: session.startsAt },
          parts: [{ part: "elsewhere", text: "Read them beside the session" }],
        })),
    },
    page: {
      patient: ({ id }) => `/my/companions/notes/${id}`,
      therapist: ({ ref }) => `/therapist/sessions/${ref}`,
    },
    lies: { therapist: (id) => sql`(select "sessionId" from "CompanionNote" where "id" = ${id})` },
  },
} as const satisfies KindTable;
