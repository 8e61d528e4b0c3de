import type { KindTable } from "@/lib/core/kind";

export const kinds = {
  companionGrant: {
    tables: ["CompanionGrant", "CompanionGrantSession"],
    words: { one: "a companion’s access", many: "companions’ access", title: "A companion’s access" },
    seenBy: ["patient", "therapist", "companion"],
    shared: null,
    page: {
      patient: ({ id }) => `/my/companions/${id}`,
      therapist: ({ id }) => `/therapist/companions/${id}`,
    },
  },
} as const satisfies KindTable;
