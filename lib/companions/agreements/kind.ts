import type { KindTable } from "@/lib/core/kind";

export const kinds = {
  agreement: {
    tables: ["Agreement"],
    words: { one: "an agreement", many: "agreements", title: "An agreement" },
    seenBy: ["patient", "therapist", "companion"],
    shared: null,
    page: {
      patient: ({ ref }) => `/my/sessions/${ref}/agreement`,
      therapist: ({ ref }) => `/therapist/sessions/${ref}`,
    },
  },
} as const satisfies KindTable;
