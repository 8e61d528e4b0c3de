import { confirmPassword } from "@/lib/accounts/signIns/commands";
import type { Actor } from "@/lib/core/actor";
import type { Saved } from "@/lib/core/autosave";
import { now } from "@/lib/core/clock";
import { sha256 } from "@/lib/core/crypto";
import { type Db, newId, withoutKey, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { tellOfSomethingNew } from "./mail";
import { findOwnNote } from "./queries";
import { decide } from "./releases/commands";
import { arrange, type NoteText, needsPassword, readSections, reasonsNotToSign, reasonWords, sameNote } from "./rules";
import type { AddendumInput, DraftInput, SignInput } from "./schema";

/**
 * Keeps a therapist's draft about a session; the first save begins it. One note for each therapist and session. Logged once a sitting.
 * @throws DomainError `conflict` with the other text when it was saved elsewhere since `version`, or without one when it is signed.
 */
export function saveDraft(actor: Actor, input: DraftInput): Promise<Saved> {
  return write(withoutKey(actor), "note.draft", async (db, audit) => {
    const session = found(await db.session.findUnique({ where: { id: input.sessionId } }));
    const existing = await findOwnNote(db, session.id, actor.personId);
    const id = existing?.id ?? newId();
    const onceKey = sha256(`note.draft:${actor.signInId}:${id}`);
    audit({ patientId: session.patientId, subject: "note", subjectId: id, onceKey });
    if (!existing) return begin(db, actor, { id, patientId: session.patientId }, input);
    if (sameNote(existing, input)) return { version: existing.version, savedAt: existing.savedAt };
    return change(db, existing, input);
  });
}

async function begin(db: Db, actor: Actor, note: { id: string; patientId: string }, input: DraftInput): Promise<Saved> {
  const { sessionId, format, sections } = input;
  const at = now();
  const row = { ...note, clinicId: actor.clinicId, authorId: actor.personId, sessionId, format, sections };
  const { count } = await db.note.createMany({ data: { ...row, createdAt: at, savedAt: at }, skipDuplicates: true });
  if (count === 1) return { version: 1, savedAt: at };
  throw changedElsewhere(found(await findOwnNote(db, sessionId, actor.personId)));
}

type OwnNote = NonNullable<Awaited<ReturnType<typeof findOwnNote>>>;

async function change(db: Db, note: OwnNote, { version, format, sections }: DraftInput): Promise<Saved> {
  if (note.state === "signed")
    throw new DomainError("conflict", "This note is signed. What is missing goes into an addendum.");
  const savedAt = now();
  const { count } = await db.note.updateMany({
    where: { id: note.id, version, state: "draft" },
    data: { format, sections, savedAt, version: { increment: 1 } },
  });
  if (count === 0) throw changedElsewhere(found(await db.note.findUnique({ where: { id: note.id } })));
  return { version: version + 1, savedAt };
}

function changedElsewhere({
  format,
  sections,
  version,
}: {
  version: number;
  format: NoteText["format"];
  sections: unknown;
}) {
  const texts = arrange(format, readSections(sections)).map(({ key, text }) => [key, text]);
  const current = { ...Object.fromEntries(texts), format, version: String(version) };
  return new DomainError("conflict", "This note was saved in another place meanwhile. Both texts are shown.", {
    current,
  });
}

/**
 * Signs one's own draft as it was read at `version`, which locks it. The name and credentials are those of this moment.
 * @throws DomainError `invalid` on `password` when it must be given and is not right; `conflict` when the note was changed or signed since.
 */
export async function signNote(actor: Actor, input: SignInput): Promise<string> {
  if (needsPassword(actor.passwordAt, now())) await confirmPassword(actor, input.password);
  return write(actor, "note.sign", async (db, audit) => {
    const { noteId: id, version } = input;
    const note = found(await db.note.findUnique({ where: { id, authorId: actor.personId } }));
    const session = found(await db.session.findUnique({ where: { id: note.sessionId } }));
    const [reason] = reasonsNotToSign(session, { format: note.format, sections: readSections(note.sections) });
    if (reason) throw new DomainError("conflict", reason);
    const { name, credentials } = await findSigner(db, actor);
    const { count } = await db.note.updateMany({
      where: { id, version, state: "draft" },
      data: { state: "signed", signedAt: now(), signerName: name, signerCredentials: credentials },
    });
    if (count === 0) throw new DomainError("conflict", whyNotSigned(note));
    const release = await releaseAtSigning(db, actor, note, input);
    audit({ patientId: note.patientId, subject: "note", subjectId: id, detail: { format: note.format, release } });
    return id;
  });
}

const whyNotSigned = ({ state }: { state: "draft" | "signed" }) =>
  state === "signed"
    ? "This note is signed already."
    : "This note was changed after you opened this page. Read it again, then sign.";

async function releaseAtSigning(db: Db, actor: Actor, note: { id: string; patientId: string }, input: SignInput) {
  if (input.release === "withhold") {
    await decide(db, actor, note, "withheld", reasonWords(input.exception, input.words));
    return "withheld";
  }
  const { releaseAtOnce } = await db.clinic.findUniqueOrThrow({ where: { id: actor.clinicId } });
  if (!releaseAtOnce) return "later";
  await decide(db, actor, note, "released");
  await tellOfSomethingNew(db, note.patientId);
  return "released";
}

/** Adds to a signed note, under one's own name. Whoever treats the patient may. */
export function addAddendum(actor: Actor, { noteId, text }: AddendumInput): Promise<string> {
  return write(actor, "note.addend", async (db, audit) => {
    const note = found(await db.note.findUnique({ where: { id: noteId, state: "signed" } }));
    const { name, credentials } = await findSigner(db, actor);
    const { clinicId, personId: authorId } = actor;
    const author = { authorId, authorName: name, authorCredentials: credentials };
    const id = newId();
    const { patientId } = note;
    await db.noteAddendum.createMany({ data: { id, clinicId, patientId, noteId, ...author, text, at: now() } });
    audit({ patientId, subject: "note", subjectId: noteId, detail: { addendum: id } });
    return id;
  });
}

const findSigner = (db: Db, actor: Actor) => db.person.findUniqueOrThrow({ where: { id: actor.personId } });
