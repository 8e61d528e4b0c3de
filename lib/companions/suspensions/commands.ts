import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found, orRefuse } from "@/lib/core/errors";
import type { LiftInput, SuspendInput } from "./schema";

/**
 * Pauses a companion's access, from their very next request on. The companion learns that it has ended, the patient that it is paused;
 * why stands for the care team alone. The database carries it to the grant.
 * @throws DomainError `conflict` where the access has ended, was never accepted, or is paused already.
 */
export function suspendGrant(actor: Actor, { grantId, reason }: SuspendInput) {
  return write(actor, "companion.suspend", async (db, audit) => {
    const { patientId, endedAt, acceptedAt } = await findTreated(db, grantId);
    if (endedAt || !acceptedAt)
      throw new DomainError("conflict", "There is no access to pause: it has ended, or was not accepted.");
    const id = newId();
    const row = { id, clinicId: actor.clinicId, patientId, grantId, byId: actor.personId, at: now() };
    const reasonSealed = await seal(db, actor.clinicId, id, reason);
    await orRefuse(
      db.suspension.createMany({ data: { ...row, reasonSealed } }),
      "23505",
      "This access is paused already.",
    );
    audit({ patientId, subject: "companionGrant", subjectId: grantId });
    return grantId;
  });
}

/**
 * Opens a paused access again, as far as it has not ended meanwhile.
 * @throws DomainError `conflict` where it is not paused.
 */
export function liftSuspension(actor: Actor, { grantId }: LiftInput) {
  return write(actor, "companion.lift", async (db, audit) => {
    const { patientId } = await findTreated(db, grantId);
    const { count } = await db.suspension.updateMany({
      where: { grantId, liftedAt: null },
      data: { liftedAt: now(), liftedById: actor.personId },
    });
    if (count === 0) throw new DomainError("conflict", "This access is not paused.");
    audit({ patientId, subject: "companionGrant", subjectId: grantId });
    return grantId;
  });
}

/** The database shows a therapist the grants of patients they treat. */
const findTreated = async (db: Db, grantId: string) =>
  found(
    await db.companionGrant.findUnique({
      where: { id: grantId },
      select: { patientId: true, endedAt: true, acceptedAt: true },
    }),
  );
