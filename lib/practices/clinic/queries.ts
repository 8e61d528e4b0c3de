import type { Db } from "@/lib/core/db";
import { findInGarden, garden } from "../garden/rules";
import { type Offered, offerOf } from "./rules";

const shown = { slug: true, family: true, content: true, hiddenAt: true, version: true } as const;

/** Every practice of the clinic of the one who asks, with what the clinic says about it. Those it hides are among them. */
export const listOffered = async (db: Db): Promise<Offered[]> =>
  offerOf(garden, await db.clinicPractice.findMany({ select: shown, orderBy: { id: "asc" } }));

/** One of them, hidden or not. Null where the clinic knows none of that name. */
export async function findOffered(db: Db, slug: string): Promise<Offered | null> {
  const rows = await db.clinicPractice.findMany({ where: { slug }, select: shown });
  const portal = findInGarden(slug);
  return offerOf(portal ? [portal] : [], rows)[0] ?? null;
}
