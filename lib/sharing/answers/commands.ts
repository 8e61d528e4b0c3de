import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { isKind, kinds } from "@/lib/core/kinds";
import type { AnswerInput } from "./schema";

/**
 * Gives a short answer to something that a patient shares with their care team. Answers with its id.
 * @throws DomainError `not-found` without such a patient, `conflict` when it is not shared, or no longer.
 */
export function giveAnswer(actor: Actor, { patientId, subjectId, text }: AnswerInput): Promise<string> {
  return write(actor, "answer.give", async (db, audit) => {
    found(await db.person.findUnique({ where: { id: patientId, role: "patient" }, select: { id: true } }));
    const share = await db.share.findFirst({
      where: { patientId, subjectId, audience: "careTeam", takenBackAt: null },
      select: { subject: true },
    });
    if (!share || !isKind(share.subject) || !kinds[share.subject].shared?.answered) {
      throw new DomainError("conflict", "This is no longer shared with you, so your answer was not sent.", {
        current: { gone: "yes" },
      });
    }
    const id = newId();
    const { clinicId, personId: authorId } = actor;
    const textSealed = await seal(db, clinicId, id, text);
    await db.answer.createMany({ data: { id, clinicId, patientId, subjectId, authorId, textSealed, at: now() } });
    audit({ patientId, subject: share.subject, subjectId });
    return id;
  });
}
