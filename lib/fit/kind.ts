import type { KindTable } from "@/lib/core/kind";

export const kinds = {
  fit: {
    tables: ["Fit"],
    words: { one: "how the portal fits", many: "how the portal fits", title: "How the portal fits" },
    seenBy: ["patient"],
    shared: null,
    page: { patient: () => "/my/fit" },
  },
} as const satisfies KindTable;
