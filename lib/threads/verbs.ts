import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "entry.link": { roles: ["patient"], group: "space", log: "Linked or parted two pages of the journal" },
  "thread.tag": { roles: ["patient"], group: "space", log: "Tagged a page of the journal" },
} as const satisfies VerbTable;
