import type { KindTable } from "@/lib/core/kind";

export const kinds = {
  note: {
    tables: ["Note", "NoteAddendum", "NoteRelease"],
    words: { one: "a session note", many: "session notes", title: "A session note" },
    seenBy: ["patient", "therapist"],
    shared: null,
    page: {
      patient: ({ id, ref }) => `/my/sessions/${ref}/note/${id}`,
      therapist: ({ id }) => `/therapist/notes/${id}`,
    },
  },
} as const satisfies KindTable;
