import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "note.draft": {
    roles: ["therapist"],
    group: "notes",
    log: "Wrote on a note",
    told: (session) => `worked on a note about ${session}`,
  },
  "note.sign": {
    roles: ["therapist"],
    group: "notes",
    log: "Signed a note",
    told: (session) => `signed a note about ${session}`,
  },
  "note.addend": {
    roles: ["therapist"],
    group: "notes",
    log: "Added to a signed note",
    told: (session) => `added to a note about ${session}`,
  },
  "note.release": {
    roles: ["therapist"],
    group: "notes",
    log: "Released a note",
    told: (session) => `opened a note about ${session} to you`,
  },
  "note.withhold": {
    roles: ["therapist"],
    group: "notes",
    log: "Withheld a note",
    told: (session) => `kept a note about ${session} for the care team`,
  },
  "psychotherapyNote.save": { roles: ["therapist"], group: "notes", apart: true, log: "Saved a private note" },
  "note.read": { roles: ["patient"], group: "notes", opens: true, log: "Read a note" },
} as const satisfies VerbTable;
