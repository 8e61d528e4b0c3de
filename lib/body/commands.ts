import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { newId, write } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { findSensation } from "./queries";
import type { SensationInput, StateInput } from "./schema";

/** Notes how the body is at this moment. */
export const noteState = (actor: Actor, { state }: StateInput) =>
  write(actor, "state.note", async (db, audit) => {
    const { clinicId, personId: patientId } = actor;
    const id = newId();
    await db.stateCheck.createMany({ data: { id, clinicId, patientId, state, at: now() } });
    audit({ patientId, subject: "stateCheck", subjectId: id });
    return id;
  });

/** Keeps a sensation at one place of the body. Its words are sealed. */
export const keepSensation = (actor: Actor, { side, place, text }: SensationInput) =>
  write(actor, "sensation.keep", async (db, audit) => {
    const { clinicId, personId: patientId } = actor;
    const id = newId();
    const sealed = await seal(db, clinicId, id, text);
    await db.sensation.createMany({ data: { id, clinicId, patientId, side, place, sealed, at: now() } });
    audit({ patientId, subject: "sensation", subjectId: id });
    return id;
  });

/** Takes a sensation out: from then on nobody reads it, the patient included. */
export const removeSensation = (actor: Actor, { sensationId }: { sensationId: string }) =>
  write(actor, "sensation.remove", async (db, audit) => {
    found(await findSensation(db, sensationId));
    await db.sensation.updateMany({ where: { id: sensationId, removedAt: null }, data: { removedAt: now() } });
    audit({ patientId: actor.personId, subject: "sensation", subjectId: sensationId });
    return sensationId;
  });
