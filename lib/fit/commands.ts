import type { Actor } from "@/lib/core/actor";
import { type Db, write } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { findFit } from "./queries";
import { fitWords } from "./rules";
import type { FitInput } from "./schema";

/**
 * Changes how the portal fits a patient.
 * @throws DomainError `conflict` saying what is kept now when it was changed elsewhere.
 */
export function changeFit(actor: Actor, { version, ...fit }: FitInput) {
  return write(actor, "fit.change", async (db, audit) => {
    const { clinicId, personId: patientId } = actor;
    const { count } =
      version === 0
        ? await db.fit.createMany({ data: { ...fit, clinicId, patientId }, skipDuplicates: true })
        : await db.fit.updateMany({ where: { patientId, version }, data: { ...fit, version: { increment: 1 } } });
    if (count === 0) throw await changedElsewhere(db, patientId);
    audit({ patientId, subject: "fit", subjectId: patientId });
    return patientId;
  });
}

async function changedElsewhere(db: Db, patientId: string) {
  const kept = await findFit(db, patientId);
  const message = `You changed this somewhere else in the meantime. Kept now: ${fitWords(kept)}. Yours is below; keep the one you want.`;
  return new DomainError("conflict", message, {
    current: { version: String(kept.version), relationshipWords: kept.relationshipWords.join("\n") },
  });
}
