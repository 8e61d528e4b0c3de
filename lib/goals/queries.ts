import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import type { Prisma } from "@/prisma/generated/client";

const step = {
  id: true,
  text: true,
  state: true,
  stateAt: true,
  entry: { select: { id: true, at: true } },
} satisfies Prisma.GoalActionSelect;

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
    select: step,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.GoalSelect;

/** A patient's goals that the one who asks may see, in the order they were made, with their actions. */
export const listGoals = (db: Db, patientId: string) =>
  db.goal.findMany({ where: { patientId }, select: shown, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

export const findGoal = async (db: Db, id: string) =>
  isId(id) ? db.goal.findUnique({ where: { id }, select: shown }) : null;

/** The actions that grew from a page of the journal, the first first. */
export const listStepsOf = (db: Db, entryId: string) =>
  db.goalAction.findMany({ where: { entryId }, select: step, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

/** How many actions without a goal are listed. */
const mostSteps = 100;

/** A patient's actions that stand without a goal: the open ones first, of each the newest first. */
export const listStepsWithoutGoal = (db: Db, patientId: string) =>
  db.goalAction.findMany({
    where: { patientId, goalId: null },
    select: step,
    orderBy: [{ state: "asc" }, { createdAt: "desc" }, { id: "desc" }],
    take: mostSteps,
  });

/** An action, with the page it grew from as far as the one who asks may see it. */
export type Step = Awaited<ReturnType<typeof listStepsOf>>[number];
export type Goal = Awaited<ReturnType<typeof listGoals>>[number];

/** These goals, as far as the one who asks may see them. */
export const listGoalsByIds = (db: Db, ids: string[]) =>
  db.goal.findMany({
    where: { id: { in: ids } },
    select: { id: true, from: true, to: true, success: true, letGoAt: true },
  });
