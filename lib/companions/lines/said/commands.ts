import { findOwnGrantFor } from "@/lib/companions/grants/queries";
import { findRoomTimes } from "@/lib/companions/room/queries";
import { keptTime, reasonNotToKeep } from "@/lib/companions/room/rules";
import type { KeptLine } from "@/lib/companions/room/schema";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal, sha256 } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";

/**
 * Keeps what the patient said in the room, each line once and with its own time; the audit has one entry for each sitting. The note is
 * begun where there is none. Answers with the ids that are kept, lines without words among them.
 */
export async function keepSaid(actor: Actor, sessionId: string, lines: KeptLine[]): Promise<string[]> {
  let kept: string[] = [];
  await write(actor, "companionLine.add", async (db, audit) => {
    const session = found(await findRoomTimes(db, sessionId));
    const reason = reasonNotToKeep(session, now(), actor.clinicTimeZone);
    if (reason) throw new DomainError("conflict", reason);
    const noteId = await holdNote(db, actor, session);
    const data = [];
    for (const { id, at, text } of lines.filter(({ text }) => text !== "")) {
      const own = { id, clinicId: actor.clinicId, patientId: session.patientId, noteId };
      const time = keptTime(at, session, now(), actor.clinicTimeZone);
      data.push({ ...own, at: time, textSealed: await seal(db, actor.clinicId, id, text) });
    }
    await db.companionLine.createMany({ data, skipDuplicates: true });
    const ids = data.map(({ id }) => id);
    const rows = await db.companionLine.findMany({ where: { noteId, id: { in: ids } }, select: { id: true } });
    kept = [...rows, ...lines.filter(({ text }) => text === "")].map(({ id }) => id);
    const onceKey = sha256(`companionLine.add ${actor.signInId} ${noteId}`);
    audit({ patientId: session.patientId, subject: "companionNote", subjectId: noteId, onceKey });
    return noteId;
  });
  return kept;
}

type Session = { id: string; patientId: string; endsAt: Date };

/** The note, begun where there is none, and held so that it cannot be handed over until this is kept. */
async function holdNote(db: Db, actor: Actor, session: Session): Promise<string> {
  const at = now();
  const where = { sessionId: session.id, authorId: actor.personId };
  const hold = () => db.companionNote.updateMany({ where: { ...where, handedOverAt: null }, data: { savedAt: at } });
  if ((await hold()).count === 0) {
    const grant = found(await findOwnGrantFor(db, session.id));
    const texts = { sawSealed: "", seemedSealed: "", createdAt: at, savedAt: at };
    const own = { clinicId: actor.clinicId, patientId: session.patientId, grantId: grant.id };
    await db.companionNote.createMany({ data: { id: newId(), ...own, ...where, ...texts }, skipDuplicates: true });
  }
  const note = await db.companionNote.findFirst({ where, select: { id: true } });
  if (!note) throw new DomainError("conflict", "You have handed over your note on this session.");
  return note.id;
}
