import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "entry.save": { roles: ["patient"], group: "space", log: "Wrote in the journal" },
  "entry.putAway": { roles: ["patient"], group: "space", log: "Put a page of the journal away" },
  "entry.bringBack": { roles: ["patient"], group: "space", log: "Brought a page of the journal back" },
  "letter.seal": { roles: ["patient"], group: "space", log: "Sealed a letter" },
} as const satisfies VerbTable;
