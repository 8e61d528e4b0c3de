import type { Db } from "@/lib/core/db";
import { listNames } from "../queries";

export type PlanItem = {
  id: string;
  slug: string;
  title: string;
  /** The practice can still be opened. */
  here: boolean;
  rhythm: string;
  addedAt: Date;
  addedById: string;
  /** Who added it, as far as the one who asks may read the name. */
  addedBy: string;
  changedAt: Date;
  endedAt: Date | null;
  version: number;
};

/** `items` are those that resonate now, `letGo` the ones before, the newest first, at most 25. */
export type Plan = { id: string; items: PlanItem[]; letGo: PlanItem[] };

const shown = {
  id: true,
  slug: true,
  rhythm: true,
  addedAt: true,
  addedById: true,
  changedAt: true,
  endedAt: true,
  version: true,
} as const;

/** A patient's plan. Null where there is none, or none that the one who asks may see. */
export async function findPlan(db: Db, patientId: string): Promise<Plan | null> {
  const plan = await db.plan.findUnique({ where: { patientId }, select: { id: true } });
  if (!plan) return null;
  const of = { planId: plan.id };
  const live = await db.planItem.findMany({ where: { ...of, endedAt: null }, select: shown, orderBy: { id: "asc" } });
  const past = await db.planItem.findMany({
    where: { ...of, endedAt: { not: null } },
    select: shown,
    orderBy: [{ endedAt: "desc" }, { id: "desc" }],
    take: 25,
  });
  const all = [...live, ...past];
  const nameOf = await listNames(
    db,
    patientId,
    all.map(({ slug }) => slug),
  );
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(all.map(({ addedById }) => addedById))] } },
    select: { id: true, name: true },
  });
  const by = new Map(people.map(({ id, name }) => [id, name]));
  const items = all.map((item) => ({
    ...item,
    ...nameOf(item.slug),
    addedBy: by.get(item.addedById) ?? "your care team",
  }));
  return {
    id: plan.id,
    items: items.filter(({ endedAt }) => !endedAt),
    letGo: items.filter(({ endedAt }) => endedAt),
  };
}

/** Whether the one who asks may see a patient's plan: the care team while it is shared. */
export const isPlanShared = async (db: Db, patientId: string): Promise<boolean> =>
  (await db.plan.count({ where: { patientId } })) > 0;
