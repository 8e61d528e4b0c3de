import type { Db } from "@/lib/core/db";
import type { KindTable, Thing } from "@/lib/core/kind";
import { listDrawer } from "./queries";

export const kinds = {
  drawerLine: {
    tables: ["DrawerLine"],
    words: { one: "a line in the drawer", many: "lines in the drawer", title: "Words in the drawer" },
    seenBy: ["patient"],
    shared: null,
    export: { take: takeDrawer, tell: tellDrawer },
    page: { patient: () => "/my/companions/drawer" },
  },
} as const satisfies KindTable;

/** What arrived after a companion's access had ended, as far as it is opened, and that something waits. */
async function takeDrawer(db: Db, patientId: string) {
  const groups = await listDrawer(db, patientId);
  const drawer = groups.map(({ sessionId, companionName, waits, lines }) => ({
    ...{ sessionId, companionName, waits, lines: lines.map(({ id, at, text }) => ({ id, at, text })) },
  }));
  return { found: { drawer } };
}

type Taken = Awaited<ReturnType<typeof takeDrawer>>["found"];

function tellDrawer({ drawer }: Taken): Thing[] {
  const opened = drawer.flatMap(({ companionName, lines }) =>
    lines.map(({ id, at, text }) => ({
      ...{ id, ref: null, title: `From ${companionName}, after their access had ended`, what: "Drawer", at },
      parts: [{ part: "words" as const, text }],
    })),
  );
  return opened;
}
