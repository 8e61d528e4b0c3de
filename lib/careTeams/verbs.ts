import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "careTeam.assign": {
    roles: ["admin"],
    group: "careTeams",
    log: "Added to a care team",
    told: () => "added somebody to your care team",
  },
  "careTeam.end": {
    roles: ["admin"],
    group: "careTeams",
    log: "Ended a place on a care team",
    told: () => "ended somebody's place on your care team",
  },
  "careTeam.handOver": {
    roles: ["admin"],
    group: "careTeams",
    log: "Handed over a patient’s care",
    told: () => "changed who is on your care team",
  },
} as const satisfies VerbTable;
