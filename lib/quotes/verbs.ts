import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "quote.keep": { roles: ["therapist"], group: "sharing", apart: true, log: "Wrote down a quote" },
  "quote.share": {
    roles: ["therapist"],
    group: "sharing",
    log: "Shared a quote with the patient",
    told: (session) => `shared a quote from ${session} with you`,
  },
} as const satisfies VerbTable;
