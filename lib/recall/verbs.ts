import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "recall.arrange": { roles: ["patient"], group: "sharing", log: "Arranged the recall desk" },
} as const satisfies VerbTable;
