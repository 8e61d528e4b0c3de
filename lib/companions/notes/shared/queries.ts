import { formerCompanion } from "@/lib/companions/grants/rules";
import { listMemories } from "@/lib/companions/memories/queries";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";

export type SharedLine = {
  id: string;
  noteId: string;
  at: Date;
  text: string;
  /** Who wrote it down. */
  by: string;
  /** What the patient remembers beside it, as far as that is shared as well. */
  memory: string | null;
};

/**
 * The lines of a session that the one who asks may read because each was shared with them: for the care team those shared with it, for a
 * companion those shared with them. By time, opened. The note around a line stays closed unless it is shared itself.
 */
export async function listSharedLines(db: Db, sessionId: string): Promise<SharedLine[]> {
  const session = isId(sessionId)
    ? await db.session.findUnique({ where: { id: sessionId }, select: { patientId: true } })
    : null;
  if (!session) return [];
  const { patientId } = session;
  const shared = await db.share.findMany({
    where: { patientId, subject: "companionLine", takenBackAt: null },
    select: { subjectId: true },
  });
  const rows = await db.companionLine.findMany({
    where: { id: { in: shared.map(({ subjectId }) => subjectId) }, patientId, removedAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, noteId: true, at: true, textSealed: true },
  });
  const notes = await listNotesOf(
    db,
    rows.map(({ id }) => id),
  );
  const authors = new Map(
    notes.filter((note) => note.sessionId === sessionId).map(({ lineId, companionName }) => [lineId, companionName]),
  );
  const here = rows.filter(({ id }) => authors.has(id));
  const ids = here.map(({ id }) => id);
  const memories = (await listMemories(db, ids)).filter(({ text }) => text !== "");
  const lines: SharedLine[] = [];
  for (const { textSealed, ...line } of here) {
    const text = await unseal(db, line.id, textSealed);
    const memory = memories.find(({ lineId }) => lineId === line.id)?.text ?? null;
    lines.push({ ...line, text, by: authors.get(line.id) ?? formerCompanion, memory });
  }
  return lines;
}

type Note = { lineId: string; sessionId: string; companionName: string | null };

/** The session and the author of each line, whether its note is in view or not. */
const listNotesOf = (db: Db, lineIds: string[]): Promise<Note[]> =>
  db.$queryRaw`select "lineId", "sessionId", "companionName" from notes_of_lines(${lineIds}::uuid[])`;

/** These lines, as far as the one who asks may read them. */
export async function listLinesByIds(db: Db, ids: string[]): Promise<{ id: string; at: Date; text: string }[]> {
  const rows = await db.companionLine.findMany({
    where: { id: { in: ids }, removedAt: null },
    select: { id: true, at: true, textSealed: true },
  });
  const lines: { id: string; at: Date; text: string }[] = [];
  for (const { id, at, textSealed } of rows) lines.push({ id, at, text: await unseal(db, id, textSealed) });
  return lines;
}
