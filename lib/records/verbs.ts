import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "record.open": {
    roles: ["therapist"],
    group: "opened",
    opens: true,
    log: "Opened a record",
    told: () => "opened your record",
  },
} as const satisfies VerbTable;
