import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "intention.set": { roles: ["patient"], group: "intentions", log: "Set an intention" },
} as const satisfies VerbTable;
