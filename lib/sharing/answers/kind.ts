import type { KindTable } from "@/lib/core/kind";

export const kinds = {
  answer: {
    tables: ["Answer"],
    words: { one: "an answer", many: "answers", title: "An answer" },
    seenBy: ["patient", "therapist"],
    shared: null,
    // An answer is read on the page of what it answers.
    page: { patient: () => "/my/path?view=list" },
  },
} as const satisfies KindTable;
