import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "audit.export": { roles: ["admin"], group: "clinic", log: "Exported the audit log" },
} as const satisfies VerbTable;
