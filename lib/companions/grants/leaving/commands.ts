import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { write } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import type { LeaveInput } from "../schema";

/**
 * A companion ends their own role with one patient, at once and for good, and may ask that their name goes too. Answers with the patient's id.
 * @throws DomainError `not-found` where they have no access to that patient.
 */
export function leavePatient(actor: Actor, { patientId, askName }: LeaveInput) {
  return write(actor, "companion.leave", async (db, audit) => {
    const grants = await db.companionGrant.findMany({ where: { patientId }, select: { id: true } });
    const ids = grants.map(({ id }) => id);
    const [first] = await db.$queryRaw<{ patientId: string | null }[]>`
      select leave_grant(id, ${askName}, ${now()}) as "patientId" from unnest(${ids}::uuid[]) as id`;
    found(first?.patientId);
    audit({ patientId, subject: "companionGrant", subjectId: ids[0] ?? "", detail: { askName } });
    return patientId;
  });
}

/**
 * The patient agrees that the name of a companion who left goes as well. What was handed over stays.
 * @throws DomainError `not-found` where nobody has asked, or it is gone already.
 */
export function agreeToNameGone(actor: Actor, { grantId }: { grantId: string }) {
  return write(actor, "companion.agreeName", async (db, audit) => {
    const { count } = await db.companionGrant.updateMany({
      where: { id: grantId, endedAt: { not: null }, nameAskedAt: { not: null }, nameGoneAt: null },
      data: { nameGoneAt: now() },
    });
    found(count === 1 || null);
    audit({ patientId: actor.personId, subject: "companionGrant", subjectId: grantId });
    return grantId;
  });
}
