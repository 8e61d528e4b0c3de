import type { KindTable } from "@/lib/core/kind";

export const kinds = {
  drawerLine: {
    tables: ["DrawerLine"],
    words: { one: "a line in the drawer", many: "lines in the drawer", title: "Words in the drawer" },
    seenBy: ["patient"],
    shared: null,
    page: { patient: () => "/my/companions/drawer" },
  },
} as const satisfies KindTable;
