import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "outbox.read": { roles: ["admin"], group: "opened", opens: true, log: "Opened a letter in the outbox" },
} as const satisfies VerbTable;
