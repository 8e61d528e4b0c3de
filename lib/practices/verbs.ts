import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "clinicPractice.write": { roles: ["therapist"], group: "clinic", log: "Wrote a practice for the clinic" },
  "clinicPractice.hide": { roles: ["therapist"], group: "clinic", log: "Hid or showed a practice of the clinic" },
  "plan.change": {
    roles: ["therapist", "patient"],
    group: "space",
    log: "Changed a plan of practices",
    told: () => "worked on your plan of practices",
  },
  "practice.choose": { roles: ["patient"], group: "space", log: "Kept or hid a practice" },
  "practice.write": { roles: ["patient"], group: "space", log: "Wrote a practice of their own" },
  "practice.log": { roles: ["patient"], group: "space", log: "Noted a practice" },
  "practice.unlog": { roles: ["patient"], group: "space", log: "Took a noted practice out" },
} as const satisfies VerbTable;
