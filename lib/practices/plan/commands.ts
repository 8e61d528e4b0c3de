import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { findPractice } from "../queries";
import type { AddToPlanInput, RhythmInput } from "./schema";

/**
 * Adds a practice to a plan, which a patient's first practice begins. The care team does so while the plan is shared.
 * @throws DomainError `not-found` where there is no such plan or practice for this person, `conflict` when it is in the plan.
 */
export const addToPlan = (actor: Actor, { patientId = actor.personId, slug, rhythm }: AddToPlanInput) =>
  write(actor, "plan.change", async (db, audit) => {
    if (actor.personId === patientId) await beginPlan(db, actor);
    const plan = found(await db.plan.findUnique({ where: { patientId }, select: { id: true } }));
    found(await findPractice(db, patientId, slug));
    const at = now();
    const item = { clinicId: actor.clinicId, patientId, planId: plan.id, slug, rhythm, addedAt: at, changedAt: at };
    const { count } = await db.planItem.createMany({
      data: { id: newId(), ...item, addedById: actor.personId },
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("conflict", "This is in the plan already.", { field: "slug" });
    audit({ patientId, subject: "plan", subjectId: plan.id, detail: { change: "add" } });
    return plan.id;
  });

/**
 * Changes how often, in plain words.
 * @throws DomainError `conflict` with the words kept meanwhile when somebody else changed them.
 */
export const changeRhythm = (actor: Actor, { itemId, version, rhythm }: RhythmInput) =>
  write(actor, "plan.change", async (db, audit) => {
    const item = found(await findItem(db, itemId));
    if (item.endedAt) throw new DomainError("conflict", "This was let go of. Add it again to change it.");
    const { count } = await db.planItem.updateMany({
      where: { id: itemId, version, endedAt: null },
      data: { rhythm, changedAt: now(), version: { increment: 1 } },
    });
    if (count === 0) {
      throw new DomainError("conflict", "This was changed in the meantime. Both are here.", {
        current: { rhythm: item.rhythm, version: String(item.version) },
      });
    }
    audit({ patientId: item.patientId, subject: "plan", subjectId: item.planId, detail: { change: "rhythm" } });
    return item.planId;
  });

/** Lets go of one practice of a plan. It stays readable, and can be added again. */
export const letGoOfPractice = (actor: Actor, { itemId }: { itemId: string }) =>
  write(actor, "plan.change", async (db, audit) => {
    const item = found(await findItem(db, itemId));
    const at = now();
    await db.planItem.updateMany({
      where: { id: itemId, endedAt: null },
      data: { endedAt: at, changedAt: at, version: { increment: 1 } },
    });
    audit({ patientId: item.patientId, subject: "plan", subjectId: item.planId, detail: { change: "letGo" } });
    return item.planId;
  });

async function beginPlan(db: Db, { clinicId, personId: patientId }: Actor) {
  const row = { id: newId(), clinicId, patientId, createdAt: now() };
  await db.plan.createMany({ data: row, skipDuplicates: true });
}

const findItem = (db: Db, id: string) =>
  db.planItem.findUnique({
    where: { id },
    select: { planId: true, patientId: true, rhythm: true, version: true, endedAt: true },
  });
