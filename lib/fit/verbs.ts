import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "fit.change": { roles: ["patient"], group: "space", log: "Changed how the portal fits them" },
} as const satisfies VerbTable;
