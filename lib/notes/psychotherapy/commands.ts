import type { Actor } from "@/lib/core/actor";
import type { Saved } from "@/lib/core/autosave";
import { now } from "@/lib/core/clock";
import { seal, sha256 } from "@/lib/core/crypto";
import { type Db, newId, withoutKey, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { findPsychotherapyNote } from "./queries";
import type { PsychotherapyNoteInput } from "./schema";

/**
 * Keeps a therapist's private note about a session, sealed. The first save begins it. Logged once a sitting.
 * @throws DomainError `conflict` with the other text when it was saved elsewhere since `version`.
 */
export function savePsychotherapyNote(actor: Actor, input: PsychotherapyNoteInput): Promise<Saved> {
  return write(withoutKey(actor), "psychotherapyNote.save", async (db, audit) => {
    const { id: sessionId, patientId } = found(await db.session.findUnique({ where: { id: input.sessionId } }));
    const existing = await findPsychotherapyNote(db, sessionId, actor.personId);
    const id = existing?.id ?? newId();
    const onceKey = sha256(`psychotherapyNote.save:${actor.signInId}:${id}`);
    audit({ patientId, subject: "psychotherapyNote", subjectId: id, onceKey });
    if (existing?.text === input.text) return { version: existing.version, savedAt: existing.savedAt };
    return put(db, actor, { id, patientId, isNew: !existing }, input);
  });
}

type Place = { id: string; patientId: string; isNew: boolean };

async function put(
  db: Db,
  actor: Actor,
  { id, patientId, isNew }: Place,
  input: PsychotherapyNoteInput,
): Promise<Saved> {
  const { sessionId, version, text } = input;
  const { clinicId, personId: authorId } = actor;
  const sealed = await seal(db, clinicId, id, text);
  const savedAt = now();
  const { count } = isNew
    ? await db.psychotherapyNote.createMany({
        data: { id, clinicId, patientId, sessionId, authorId, sealed, createdAt: savedAt, savedAt },
        skipDuplicates: true,
      })
    : await db.psychotherapyNote.updateMany({
        where: { id, version },
        data: { sealed, savedAt, version: { increment: 1 } },
      });
  if (count === 1) return { version: isNew ? 1 : version + 1, savedAt };
  const other = found(await findPsychotherapyNote(db, sessionId, authorId));
  const current = { text: other.text, version: String(other.version) };
  throw new DomainError("conflict", "This note was saved in another place meanwhile. Both texts are shown.", {
    current,
  });
}
