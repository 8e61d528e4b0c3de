import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found, orRefuse } from "@/lib/core/errors";
import { tellOfSomethingNew } from "../mail";
import { reasonWords } from "../rules";
import type { ReleaseInput, WithholdInput } from "../schema";

type SignedNote = { id: string; patientId: string };

/** Opens a signed note to the patient, who is told that there is something new. Whoever treats the patient may decide this. */
export function releaseNote(actor: Actor, { noteId }: ReleaseInput): Promise<string> {
  const work = write(actor, "note.release", async (db, audit) => {
    const note = await findSigned(db, noteId);
    if (note.releases[0]?.state === "released")
      throw new DomainError("conflict", "The patient can read this note already.");
    await decide(db, actor, note, "released");
    await tellOfSomethingNew(db, note.patientId);
    audit({ patientId: note.patientId, subject: "note", subjectId: noteId });
    return noteId;
  });
  return orRefuse(work, "23505", decidedMeanwhile);
}

/** Takes a signed note out of the patient's sight, for one of the exceptions of the law, in the therapist's words. */
export function withholdNote(actor: Actor, { noteId, exception, words }: WithholdInput): Promise<string> {
  const work = write(actor, "note.withhold", async (db, audit) => {
    const note = await findSigned(db, noteId);
    await decide(db, actor, note, "withheld", reasonWords(exception, words));
    audit({ patientId: note.patientId, subject: "note", subjectId: noteId, detail: { exception } });
    return noteId;
  });
  return orRefuse(work, "23505", decidedMeanwhile);
}

/** Puts a decision in the place of the one before, inside the caller's transaction. */
export async function decide(
  db: Db,
  actor: Actor,
  note: SignedNote,
  state: "released" | "withheld",
  reason = "",
): Promise<void> {
  const at = now();
  await db.noteRelease.updateMany({ where: { noteId: note.id, supersededAt: null }, data: { supersededAt: at } });
  const { clinicId, personId: byId } = actor;
  const row = { id: newId(), clinicId, patientId: note.patientId, noteId: note.id, state, reason, byId, at };
  await db.noteRelease.createMany({ data: row });
}

const decidedMeanwhile = "Somebody decided on this note just now. Look at it again.";

const findSigned = async (db: Db, id: string) =>
  found(
    await db.note.findUnique({
      where: { id, state: "signed" },
      select: { id: true, patientId: true, releases: { where: { supersededAt: null }, select: { state: true } } },
    }),
  );
