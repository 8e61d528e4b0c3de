import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import type { GoalActionState } from "@/prisma/generated/enums";
import { findGoal } from "./queries";
import type { GoalInput } from "./schema";

/**
 * Makes a goal for the open course, or changes its words.
 * @throws DomainError `conflict` with the words kept meanwhile when they were changed elsewhere.
 */
export function setGoal(actor: Actor, input: GoalInput) {
  return write(actor, "goal.set", async (db, audit) => {
    const id = input.goalId ? await change(db, input.goalId, input) : await make(db, actor, input);
    audit(aboutGoal(actor, id));
    return id;
  });
}

/** Lets go of a goal: it stays readable, and can be taken up again. */
export const letGoOfGoal = (actor: Actor, { goalId }: { goalId: string }) =>
  write(actor, "goal.letGo", async (db, audit) => {
    found(await findGoal(db, goalId));
    await db.goal.updateMany({ where: { id: goalId, letGoAt: null }, data: { letGoAt: now() } });
    audit(aboutGoal(actor, goalId));
    return goalId;
  });

export const takeUpGoal = (actor: Actor, { goalId }: { goalId: string }) =>
  write(actor, "goal.takeUp", async (db, audit) => {
    found(await findGoal(db, goalId));
    await db.goal.updateMany({ where: { id: goalId }, data: { letGoAt: null } });
    audit(aboutGoal(actor, goalId));
    return goalId;
  });

/** Adds one small action to a goal that is held. */
export const addAction = (actor: Actor, { goalId, text }: { goalId: string; text: string }) =>
  write(actor, "goalAction.add", async (db, audit) => {
    const goal = found(await findGoal(db, goalId));
    if (goal.letGoAt) throw new DomainError("conflict", "You let go of this goal. Take it up again to add to it.");
    const { clinicId, personId: patientId } = actor;
    const id = newId();
    const at = now();
    await db.goalAction.createMany({ data: { id, clinicId, patientId, goalId, text, stateAt: at, createdAt: at } });
    audit(aboutGoal(actor, goalId));
    return id;
  });

/** Marks an action as done, open again, or let go. */
export const changeAction = (actor: Actor, { actionId, state }: { actionId: string; state: GoalActionState }) =>
  write(actor, "goalAction.change", async (db, audit) => {
    const { goalId } = found(await db.goalAction.findUnique({ where: { id: actionId }, select: { goalId: true } }));
    await db.goalAction.updateMany({
      where: { id: actionId, state: { not: state } },
      data: { state, stateAt: now() },
    });
    audit({ ...aboutGoal(actor, goalId ?? actionId), detail: { state } });
    return actionId;
  });

async function make(db: Db, actor: Actor, { from, to, success }: GoalInput): Promise<string> {
  const { clinicId, personId: patientId } = actor;
  const course = await db.course.findFirst({ where: { patientId, endedAt: null }, select: { id: true } });
  const id = newId();
  const at = now();
  await db.goal.createMany({
    data: { id, clinicId, patientId, courseId: course?.id, from, to, success, createdAt: at, updatedAt: at },
  });
  return id;
}

async function change(db: Db, id: string, { from, to, success, version }: GoalInput): Promise<string> {
  const { count } = await db.goal.updateMany({
    where: { id, version },
    data: { from, to, success, version: { increment: 1 }, updatedAt: now() },
  });
  if (count === 1) return id;
  const kept = found(await findGoal(db, id));
  throw new DomainError("conflict", "You changed this goal somewhere else in the meantime. Both texts are here.", {
    current: { from: kept.from, to: kept.to, success: kept.success, version: String(kept.version) },
  });
}

const aboutGoal = (actor: Actor, id: string) => ({ patientId: actor.personId, subject: "goal", subjectId: id });
