import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "clinic.edit": { roles: ["admin"], group: "clinic", log: "Changed the clinic’s settings" },
} as const satisfies VerbTable;
