import { type Db, sql } from "@/lib/core/db";
import type { KindTable, Thing } from "@/lib/core/kind";
import { listDrawer } from "./queries";

export const kinds = {
  drawerLine: {
    tables: ["DrawerLine"],
    words: { one: "line in the drawer", many: "lines in the drawer", title: "Words in the drawer" },
    seenBy: ["patient"],
    shared: null,
    find: null,
    timeline: null,
    arrives: { rows: waiting, told: tellWaiting },
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

/** That something lies in the drawer, whatever its number. */
function waiting(patientId: string) {
  return sql`(select "id", "deliveredAt" as "at", null::text as "ref", null::timestamptz as "sessionAt", null::uuid as "about",
      null::text as "by"
    from "DrawerLine" where "patientId" = ${patientId}::uuid and "openedAt" is null order by "deliveredAt" desc limit 1)`;
}

function tellWaiting() {
  return {
    title: "Words arrived for you",
    text: "A companion’s device had not sent them when their access ended. They lie in a drawer that only you open.",
    label: "Open the drawer",
  };
}
