import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "checkIn.keep": { roles: ["patient"], group: "space", log: "Kept a check-in" },
} as const satisfies VerbTable;
