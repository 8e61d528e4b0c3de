import type { KindTable } from "@/lib/core/kind";

export const kinds = {
  quote: {
    tables: ["Quote"],
    words: { one: "a quote", many: "quotes", title: "A quote" },
    seenBy: ["patient", "therapist"],
    shared: null,
    page: {
      patient: ({ ref }) => `/my/sessions/${ref}/recall`,
      therapist: ({ ref }) => `/therapist/sessions/${ref}`,
    },
  },
} as const satisfies KindTable;
