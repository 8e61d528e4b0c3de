import type { VerbTable } from "@/lib/core/verb";

export const verbs = {
  "media.add": { roles: ["patient"], group: "space", log: "Added an image or a sound" },
  "media.describe": { roles: ["patient"], group: "space", log: "Described an image or a sound" },
  "media.putAway": { roles: ["patient"], group: "space", log: "Put an image or a sound away" },
  "media.bringBack": { roles: ["patient"], group: "space", log: "Brought an image or a sound back" },
} as const satisfies VerbTable;
