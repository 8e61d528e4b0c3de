import { findOwnGrantFor } from "@/lib/companions/grants/queries";
import { keepLines } from "@/lib/companions/lines/commands";
import { lineFields } from "@/lib/companions/lines/rules";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal, sha256 } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { tellPatient } from "./mail";
import { findOwnNote } from "./queries";
import { isEmpty, reasonsNotToWrite, tickFields } from "./rules";
import type { HandOverInput, NoteInput, OpenInput } from "./schema";

/**
 * Keeps a companion's note as it is so far; the audit has one entry for each sitting. Lines that the input does not name stay as they are.
 * Answers with the note's id. @throws DomainError `conflict` with the other texts when the note has moved on from `version`.
 */
export function saveNote(actor: Actor, input: NoteInput) {
  return write(actor, "companionNote.save", async (db, audit) => {
    const session = found(await db.session.findUnique({ where: { id: input.sessionId }, select: sessionTimes }));
    const [reason] = reasonsNotToWrite(session, now());
    if (reason) throw new DomainError("conflict", reason);
    const mine = { sessionId: session.id, authorId: actor.personId };
    const before = await db.companionNote.findUnique({ where: { sessionId_authorId: mine }, select: { id: true } });
    const noteId = before?.id ?? newId();
    const kept = before ? await reword(db, actor, noteId, input) : await begin(db, actor, noteId, session, input);
    if (!kept) throw await conflict(db, actor, input.sessionId);
    await keepLines(db, actor, { noteId, session, lines: input.lines });
    const onceKey = sha256(`companionNote.save ${actor.signInId} ${noteId}`);
    audit({ patientId: session.patientId, subject: "companionNote", subjectId: noteId, onceKey });
    return noteId;
  });
}

/** Gives the note to the patient, for good. From then on it is theirs, and its author sees it no more. Answers with the note's id. */
export function handOverNote(actor: Actor, { sessionId, version }: HandOverInput) {
  return write(actor, "companionNote.handOver", async (db, audit) => {
    const note = found(await findOwnNote(db, sessionId, actor.personId));
    if (isEmpty(note)) throw new DomainError("conflict", "There is nothing to hand over yet.");
    const { count } = await db.companionNote.updateMany({
      where: { id: note.id, version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) {
      throw new DomainError("conflict", "Your note has changed since you opened this page. Look at it once more.");
    }
    const [taken] = await db.$queryRaw<{ patientId: string | null }[]>`
      select hand_over_note(${note.id}::uuid, ${now()}::timestamptz) as "patientId"`;
    const patientId = found(taken?.patientId);
    await tellPatient(db, actor.clinicId, patientId);
    audit({ patientId, subject: "companionNote", subjectId: note.id });
    return note.id;
  });
}

/** The patient opens all that a companion handed over, except what they have set aside. Kept is when that was first. */
export function openNote(actor: Actor, { noteId, openWith }: OpenInput) {
  return write(actor, "companionNote.open", async (db, audit) => {
    await findHanded(db, noteId);
    const openedAt = now();
    await keepWhom(db, noteId, openWith);
    await db.companionNote.updateMany({ where: { id: noteId, openedAt: null }, data: { openedAt } });
    await db.companionLine.updateMany({
      where: { noteId, openedAt: null, setAsideAt: null, removedAt: null },
      data: { openedAt },
    });
    const onceKey = sha256(`companionNote.open ${noteId}`);
    audit({ patientId: actor.personId, subject: "companionNote", subjectId: noteId, onceKey });
    return noteId;
  });
}

/** With whom the patient wants to be when they open it, as far as they said so: inside the caller's own write. */
export async function keepWhom(db: Db, noteId: string, openWith: OpenInput["openWith"]): Promise<void> {
  if (openWith) await db.companionNote.updateMany({ where: { id: noteId }, data: { openWith } });
}

export const findHanded = async (db: Db, id: string) =>
  found(await db.companionNote.findFirst({ where: { id, handedOverAt: { not: null } }, select: { id: true } }));

const sessionTimes = {
  id: true,
  patientId: true,
  state: true,
  startsAt: true,
  endsAt: true,
  completedAt: true,
} as const;

type SessionRow = { id: string; patientId: string };

/** Answers whether it was the first; else it is there already, in another tab or handed over. */
async function begin(db: Db, actor: Actor, id: string, session: SessionRow, input: NoteInput) {
  const grant = found(await findOwnGrantFor(db, session.id));
  const at = now();
  const { clinicId, personId: authorId } = actor;
  const { count } = await db.companionNote.createMany({
    data: {
      id,
      clinicId,
      authorId,
      patientId: session.patientId,
      sessionId: session.id,
      grantId: grant.id,
      createdAt: at,
      savedAt: at,
      ...(await sealTexts(db, actor, id, input)),
    },
    skipDuplicates: true,
  });
  return count === 1;
}

async function reword(db: Db, actor: Actor, id: string, input: NoteInput) {
  const { count } = await db.companionNote.updateMany({
    where: { id, version: input.version },
    data: { ...(await sealTexts(db, actor, id, input)), savedAt: now(), version: { increment: 1 } },
  });
  return count === 1;
}

const sealTexts = async (db: Db, { clinicId }: Actor, id: string, { saw, seemed, moved, rideHome }: NoteInput) => ({
  sawSealed: await seal(db, clinicId, `${id}:saw`, saw),
  seemedSealed: await seal(db, clinicId, `${id}:seemed`, seemed),
  ...(moved !== undefined && { movedSealed: await seal(db, clinicId, `${id}:moved`, moved) }),
  ...(rideHome && { rideHome }),
});

async function conflict(db: Db, actor: Actor, sessionId: string): Promise<DomainError> {
  const theirs = await findOwnNote(db, sessionId, actor.personId);
  if (!theirs) return new DomainError("conflict", "You have handed this note over already. It cannot be added to.");
  const { saw, seemed, moved, version } = theirs;
  const texts = { saw, seemed, moved, ...lineFields(theirs.lines, actor.timeZone), ...tickFields(theirs.rideHome) };
  const current = { ...texts, version: String(version) };
  return new DomainError("conflict", "You wrote in this note in another window as well.", { current });
}
