import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import type { Prisma } from "@/prisma/generated/client";

const shown = {
  id: true,
  patientId: true,
  from: true,
  to: true,
  success: true,
  letGoAt: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  actions: {
    select: { id: true, text: true, state: true, stateAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.GoalSelect;

/** A patient's goals that the one who asks may see, in the order they were made, with their actions. */
export const listGoals = (db: Db, patientId: string) =>
  db.goal.findMany({ where: { patientId }, select: shown, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

export const findGoal = async (db: Db, id: string) =>
  isId(id) ? db.goal.findUnique({ where: { id }, select: shown }) : null;

export type Goal = Awaited<ReturnType<typeof listGoals>>[number];
