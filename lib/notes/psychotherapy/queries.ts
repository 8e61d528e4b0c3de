import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";

/** What a therapist keeps for themselves about one session, opened. Nobody else finds it. */
export async function findPsychotherapyNote(db: Db, sessionId: string, authorId: string) {
  const note = await db.psychotherapyNote.findUnique({ where: { sessionId_authorId: { sessionId, authorId } } });
  return (
    note && { id: note.id, version: note.version, savedAt: note.savedAt, text: await unseal(db, note.id, note.sealed) }
  );
}
