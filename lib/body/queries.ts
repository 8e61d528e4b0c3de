import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { cutPage, olderFirst, type Page, type Place, pageSize } from "@/lib/core/pages";
import type { BodySide } from "@/prisma/generated/enums";

/** A sensation with its words opened. */
export type Sensation = { id: string; side: BodySide; place: string; text: string; at: Date };

const shown = { id: true, side: true, place: true, sealed: true, at: true } as const;

/** The newest state that was noted after an instant. */
export const findState = (db: Db, patientId: string, after: Date) =>
  db.stateCheck.findFirst({
    where: { patientId, at: { gt: after } },
    select: { id: true, state: true, at: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });

/** One sensation that the one who asks may see. One that was taken out is gone. */
export async function findSensation(db: Db, id: string): Promise<Sensation | null> {
  const row = isId(id) ? await db.sensation.findFirst({ where: { id, removedAt: null }, select: shown }) : null;
  return row && open(db, row);
}

/** A page of a patient's sensations, the newest first. */
export async function listSensations(db: Db, patientId: string, place: Place): Promise<Page<Sensation>> {
  const at = place.after ?? place.before;
  const from = at
    ? await db.sensation.findFirst({ where: { id: at, patientId }, select: { id: true, at: true } })
    : null;
  const { where, orderBy } = olderFirst("at", place, from);
  const rows = await db.sensation.findMany({
    where: { AND: [where, { patientId, removedAt: null }] },
    orderBy,
    select: shown,
    take: pageSize + 1,
  });
  const page = cutPage(rows, place);
  return { ...page, rows: await Promise.all(page.rows.map((row) => open(db, row))) };
}

/** All sensations of a patient that the one who asks may see, or those of these ids, the newest first. */
export async function listAllSensations(db: Db, patientId: string, ids?: string[]): Promise<Sensation[]> {
  const rows = await db.sensation.findMany({
    where: { patientId, removedAt: null, id: ids && { in: ids } },
    select: shown,
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return Promise.all(rows.map((row) => open(db, row)));
}

/** All states that a patient noted, the newest first. */
export const listStates = (db: Db, patientId: string) =>
  db.stateCheck.findMany({
    where: { patientId },
    select: { id: true, state: true, at: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });

async function open(db: Db, { sealed, ...row }: Omit<Sensation, "text"> & { sealed: string }): Promise<Sensation> {
  return { ...row, text: await unseal(db, row.id, sealed) };
}
