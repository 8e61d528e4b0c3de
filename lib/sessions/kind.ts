import type { KindTable } from "@/lib/core/kind";

export const kinds = {
  session: {
    tables: ["Session", "Course"],
    words: { one: "a session", many: "sessions", title: "A session" },
    seenBy: ["patient", "therapist", "companion", "admin"],
    shared: null,
    page: { patient: ({ id }) => `/my/sessions/${id}`, therapist: ({ id }) => `/therapist/sessions/${id}` },
  },
} as const satisfies KindTable;
