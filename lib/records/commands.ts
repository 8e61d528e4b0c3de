import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { sha256 } from "@/lib/core/crypto";
import { logOpening, write } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { isId } from "@/lib/core/fields";

/**
 * Opens a patient's record and logs it, once for each person, record and sitting. Every page of a record calls this before it reads.
 * Returns the patient's id.
 * @throws DomainError `not-found` where there is no such patient for this person.
 */
export async function openRecord(actor: Actor, patientId: string): Promise<string> {
  return found(isId(patientId) ? await logOpening(actor, patientId, sha256(`${actor.signInId}:${patientId}`)) : null);
}

/**
 * Keeps that this therapist has had shared entries of one patient on the screen, and logs it. Those seen before are left as they are.
 * @throws DomainError `not-found` when none of them is shared with this person.
 */
export function seeShared(actor: Actor, patientId: string, subjectIds: string[]): Promise<void> {
  return write(actor, "share.see", async (db, audit) => {
    const shares = await db.share.findMany({
      where: { patientId, subjectId: { in: subjectIds }, audience: "careTeam", takenBackAt: null },
      select: { subject: true, subjectId: true },
    });
    const [first, ...more] = shares;
    found(first);
    const seen = { clinicId: actor.clinicId, patientId, personId: actor.personId, at: now() };
    await db.shareSeen.createMany({
      data: shares.map(({ subjectId }) => ({ ...seen, subjectId })),
      skipDuplicates: true,
    });
    const one = more.length === 0 ? first : undefined;
    audit({ patientId, subject: one?.subject ?? "share", ...one, detail: { entries: shares.length } });
  });
}

/**
 * Logs that a patient reads a note that is open to them, once for each note and sitting.
 * @throws DomainError `not-found` when it is not, or no longer.
 */
export function readNote(actor: Actor, noteId: string): Promise<void> {
  return write(actor, "note.read", async (db, audit) => {
    found(await db.note.findUnique({ where: { id: noteId }, select: { id: true } }));
    const onceKey = sha256(`${actor.signInId}:${noteId}`);
    audit({ patientId: actor.personId, subject: "note", subjectId: noteId, onceKey });
  });
}
