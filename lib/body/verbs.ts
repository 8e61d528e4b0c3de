import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "state.note": { roles: ["patient"], group: "space", log: "Noted how the body is" },
  "sensation.keep": { roles: ["patient"], group: "space", log: "Noted a sensation" },
  "sensation.remove": { roles: ["patient"], group: "space", log: "Took a sensation out" },
} as const satisfies VerbTable;
