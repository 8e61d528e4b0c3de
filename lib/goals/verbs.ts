import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "goal.set": { roles: ["patient"], group: "intentions", log: "Set a goal" },
  "goal.letGo": { roles: ["patient"], group: "intentions", log: "Let a goal go" },
  "goal.takeUp": { roles: ["patient"], group: "intentions", log: "Took a goal up again" },
  "goalAction.add": { roles: ["patient"], group: "intentions", log: "Added an action to a goal" },
  "goalAction.change": { roles: ["patient"], group: "intentions", log: "Changed an action of a goal" },
} as const satisfies VerbTable;
