import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "session.schedule": {
    roles: ["therapist"],
    group: "sessions",
    log: "Scheduled a session",
    told: (session) => `planned ${session}`,
  },
  "session.reschedule": {
    roles: ["therapist"],
    group: "sessions",
    log: "Rescheduled a session",
    told: (session) => `moved ${session}`,
  },
  "session.cancel": {
    roles: ["therapist"],
    group: "sessions",
    log: "Cancelled a session",
    told: (session) => `cancelled ${session}`,
  },
  "session.checkIn": {
    roles: ["therapist"],
    group: "sessions",
    log: "Checked a patient in",
    told: (session) => `checked you in for ${session}`,
  },
  "session.start": {
    roles: ["therapist"],
    group: "sessions",
    log: "Started a session",
    told: (session) => `began ${session}`,
  },
  "session.complete": {
    roles: ["therapist"],
    group: "sessions",
    log: "Completed a session",
    told: (session) => `completed ${session}`,
  },
  "session.noShow": {
    roles: ["therapist"],
    group: "sessions",
    log: "Marked a session as missed",
    told: (session) => `noted that ${session} did not take place`,
  },
} as const satisfies VerbTable;
