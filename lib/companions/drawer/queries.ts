import { nameOf } from "@/lib/companions/grants/rules";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";

/** How many lines arrived for a patient after a companion's access had ended and are not opened yet. */
export const countDrawer = (db: Db, patientId: string): Promise<number> =>
  db.drawerLine.count({ where: { patientId, openedAt: null } });

const most = 500;

/**
 * What arrived for a patient after a companion's access had ended, the newest first, by companion and session: at most 500 lines. The words
 * are there once the patient has opened them; `waits` says that something is not opened yet.
 */
export async function listDrawer(db: Db, patientId: string) {
  const rows = await db.drawerLine.findMany({
    where: { patientId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
    select: {
      id: true,
      sessionId: true,
      grantId: true,
      at: true,
      textSealed: true,
      openedAt: true,
      grant: { select: { companionName: true, nameGoneAt: true } },
    },
  });
  const sessions = await db.session.findMany({
    where: { id: { in: [...new Set(rows.map(({ sessionId }) => sessionId))] } },
    select: { id: true, kind: true, startsAt: true },
  });
  const groups = new Map<string, DrawerGroup>();
  for (const { id, at, textSealed, openedAt, grant, ...place } of rows.reverse()) {
    const key = `${place.grantId} ${place.sessionId}`;
    const session = sessions.find((one) => one.id === place.sessionId) ?? null;
    const group = groups.get(key) ?? { ...place, companionName: nameOf(grant), session, waits: false, lines: [] };
    if (openedAt) group.lines.push({ id, at, text: await unseal(db, id, textSealed) });
    groups.set(key, { ...group, waits: group.waits || !openedAt });
  }
  return [...groups.values()].reverse();
}

export type DrawerGroup = {
  grantId: string;
  sessionId: string;
  companionName: string;
  session: { id: string; kind: "preparation" | "dosing" | "integration"; startsAt: Date } | null;
  waits: boolean;
  lines: { id: string; at: Date; text: string }[];
};
