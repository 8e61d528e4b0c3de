import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import type { GoalActionState } from "@/prisma/generated/enums";
import { findGoal } from "./queries";
import type { GoalInput, NewAction } from "./schema";

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

/** Adds one small action: towards a goal that is held, grown from a page of the journal, or both. */
export const addAction = (actor: Actor, { goalId, entryId, text }: NewAction) =>
  write(actor, "goalAction.add", async (db, audit) => {
    if (!goalId && !entryId) throw new DomainError("invalid", "Choose a goal for it", { field: "goalId" });
    if (goalId) await heldGoal(db, goalId);
    if (entryId) await ownPage(db, actor, entryId);
    const { clinicId, personId: patientId } = actor;
    const id = newId();
    const at = now();
    const row = { id, clinicId, patientId, goalId, entryId, text, stateAt: at, createdAt: at };
    await db.goalAction.createMany({ data: row });
    audit(aboutStep(actor, { id, goalId, entryId }));
    return id;
  });

/** Marks an action as done, open again, or let go. */
export const changeAction = (actor: Actor, { actionId, state }: { actionId: string; state: GoalActionState }) =>
  write(actor, "goalAction.change", async (db, audit) => {
    const select = { id: true, goalId: true, entryId: true } as const;
    const step = found(await db.goalAction.findUnique({ where: { id: actionId }, select }));
    await db.goalAction.updateMany({
      where: { id: actionId, state: { not: state } },
      data: { state, stateAt: now() },
    });
    audit({ ...aboutStep(actor, step), detail: { state } });
    return actionId;
  });

async function heldGoal(db: Db, goalId: string): Promise<void> {
  const goal = found(await db.goal.findUnique({ where: { id: goalId }, select: { letGoAt: true } }));
  if (goal.letGoAt) throw new DomainError("conflict", "You let go of this goal. Take it up again to add to it.");
}

async function ownPage(db: Db, { personId: patientId }: Actor, id: string): Promise<void> {
  const page = found(await db.entry.findUnique({ where: { id, patientId }, select: { putAwayAt: true } }));
  if (page.putAwayAt) throw new DomainError("conflict", "You put this page away. Bring it back first.");
}

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

const aboutStep = (actor: Actor, step: { id: string; goalId?: string | null; entryId?: string | null }) =>
  step.goalId || !step.entryId
    ? aboutGoal(actor, step.goalId ?? step.id)
    : { patientId: actor.personId, subject: "entry", subjectId: step.entryId };
