import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "share.see": {
    roles: ["therapist"],
    group: "sharing",
    opens: true,
    log: "Opened something shared",
    told: () => "read what you shared",
  },
  "answer.give": {
    roles: ["therapist"],
    group: "space",
    log: "Answered something shared",
    told: () => "answered something you shared",
  },
  "share.give": { roles: ["patient"], group: "sharing", log: "Shared something" },
  "share.takeBack": { roles: ["patient"], group: "sharing", log: "Took sharing back" },
} as const satisfies VerbTable;
