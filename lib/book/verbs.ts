import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "book.ask": { roles: ["patient"], group: "clinic", log: "Asked for their book" },
  "book.bind": { roles: ["patient"], group: "clinic", log: "The book was bound" },
  "book.download": { roles: ["patient"], group: "clinic", log: "Downloaded their book" },
} as const satisfies VerbTable;
