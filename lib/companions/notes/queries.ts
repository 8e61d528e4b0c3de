import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import type { Prisma } from "@/prisma/generated/client";

export type NoteLine = { id: string; at: Date; text: string };

const texts = {
  id: true,
  sessionId: true,
  sawSealed: true,
  seemedSealed: true,
  lines: {
    where: { removedAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, at: true, textSealed: true },
  },
} satisfies Prisma.CompanionNoteSelect;

/** A companion's own note on a session, as long as it is not handed over and their access lasts. */
export async function findOwnNote(db: Db, sessionId: string, authorId: string) {
  const note = await db.companionNote.findUnique({
    where: { sessionId_authorId: { sessionId, authorId } },
    select: { ...texts, patientId: true, version: true, savedAt: true },
  });
  return note && open(db, note);
}

const handed = { handedOverAt: true, openedAt: true, grant: { select: { companionName: true } } } as const;
const handedSession = { select: { id: true, kind: true, startsAt: true } } as const;

/** What companions have handed over to a patient, the newest first. Without the words: they are on the note's own page. */
export function listHandedOverNotes(db: Db, patientId: string) {
  return db.companionNote.findMany({
    where: { patientId, handedOverAt: { not: null } },
    orderBy: [{ handedOverAt: "desc" }, { id: "desc" }],
    select: { id: true, sessionId: true, ...handed, session: handedSession },
  });
}

/** One handed-over note, for the patient whose it is. The words are there once the patient has opened it. */
export async function findHandedOverNote(db: Db, noteId: string) {
  if (!isId(noteId)) return null;
  const note = await db.companionNote.findFirst({
    where: { id: noteId, handedOverAt: { not: null } },
    select: { ...texts, ...handed, session: handedSession },
  });
  if (!note) return null;
  return note.openedAt ? open(db, note) : open(db, { ...note, sawSealed: "", seemedSealed: "", lines: [] });
}

/**
 * The companions' notes on these sessions that the reader may see, with their words: for the care team those that the patient shares,
 * for the patient those opened already.
 */
export async function listSharedCompanionNotes(db: Db, sessionIds: string[]) {
  const notes = await db.companionNote.findMany({
    where: { sessionId: { in: sessionIds }, handedOverAt: { not: null }, openedAt: { not: null } },
    orderBy: [{ handedOverAt: "asc" }, { id: "asc" }],
    select: { ...texts, ...handed },
  });
  return Promise.all(notes.map(({ grant, ...note }) => open(db, { ...note, companionName: grant.companionName })));
}

export type SharedCompanionNote = Awaited<ReturnType<typeof listSharedCompanionNotes>>[number];

type Sealed = {
  id: string;
  sawSealed: string;
  seemedSealed: string;
  lines: { id: string; at: Date; textSealed: string }[];
};

async function open<N extends Sealed>(db: Db, { sawSealed, seemedSealed, lines, ...note }: N) {
  const opened: NoteLine[] = [];
  for (const { textSealed, ...line } of lines) opened.push({ ...line, text: await unseal(db, line.id, textSealed) });
  return {
    ...note,
    saw: sawSealed && (await unseal(db, `${note.id}:saw`, sawSealed)),
    seemed: seemedSealed && (await unseal(db, `${note.id}:seemed`, seemedSealed)),
    lines: opened,
  };
}
