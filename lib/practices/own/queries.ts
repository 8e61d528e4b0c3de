import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import type { Practice } from "../rules";
import { practiceWords } from "../schema";

/** A practice that a patient wrote. Its slug is the row's id. */
export type OwnPractice = Practice & { version: number; putAwayAt: Date | null };

const shown = { id: true, family: true, sealed: true, version: true, putAwayAt: true } as const;
type Row = { id: string; family: Practice["family"]; sealed: string; version: number; putAwayAt: Date | null };

/** A patient's own practices as far as the one who asks may read them, in the order they were written. */
export async function listOwn(db: Db, patientId: string, where: { putAwayAt?: null } = {}): Promise<OwnPractice[]> {
  const rows = await db.ownPractice.findMany({ where: { patientId, ...where }, select: shown, orderBy: { id: "asc" } });
  return opened(db, rows);
}

/** Those of them with these ids. What is no id is left out. */
export async function listOwnAmong(db: Db, patientId: string, slugs: string[]): Promise<OwnPractice[]> {
  const rows = await db.ownPractice.findMany({ where: { patientId, id: { in: slugs.filter(isId) } }, select: shown });
  return opened(db, rows);
}

/** One of them. Null where there is none for the one who asks. */
export const findOwn = async (db: Db, patientId: string, id: string): Promise<OwnPractice | null> =>
  (await listOwnAmong(db, patientId, [id]))[0] ?? null;

const opened = (db: Db, rows: Row[]) => Promise.all(rows.map((row) => open(db, row)));

async function open(db: Db, { id, sealed, ...row }: Row): Promise<OwnPractice> {
  return { ...practiceWords.parse(JSON.parse(await unseal(db, id, sealed))), ...row, slug: id };
}
