import { nameOf } from "@/lib/companions/grants/rules";
import { listMemories } from "@/lib/companions/memories/queries";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { loneCompanion, sessionAt } from "./rules";

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
  const noteOf = await findNotes(db, patientId, rows);
  const here = rows.filter((row) => noteOf(row).sessionId === sessionId);
  const ids = here.map(({ id }) => id);
  const memories = (await listMemories(db, ids)).filter(({ text }) => text !== "");
  const lines: SharedLine[] = [];
  for (const { textSealed, ...line } of here) {
    const text = await unseal(db, line.id, textSealed);
    const memory = memories.find(({ lineId }) => lineId === line.id)?.text ?? null;
    lines.push({ ...line, text, by: noteOf(line).companionName ?? "A companion", memory });
  }
  return lines;
}

type Line = { noteId: string; at: Date };
type Note = { sessionId: string | null; companionName: string | null };

/** The session and the author of a line: from its note where that is in view, else from its time and from who had access. */
async function findNotes(db: Db, patientId: string, lines: Line[]): Promise<(line: Line) => Note> {
  const notes = await db.companionNote.findMany({
    where: { id: { in: [...new Set(lines.map(({ noteId }) => noteId))] } },
    select: { id: true, sessionId: true, grantId: true },
  });
  const grants = await listNames(db, patientId);
  const sessions = await db.session.findMany({
    where: { patientId, state: { notIn: ["cancelled", "noShow"] } },
    select: { id: true, startsAt: true },
  });
  return ({ noteId, at }) => {
    const note = notes.find(({ id }) => id === noteId);
    if (note) {
      const grant = grants.find(({ id }) => id === note.grantId);
      return { sessionId: note.sessionId, companionName: grant?.companionName ?? null };
    }
    const sessionId = sessionAt(sessions, at)?.id ?? null;
    return { sessionId, companionName: sessionId && loneCompanion(grants, sessionId) };
  };
}

async function listNames(db: Db, patientId: string) {
  const grants = await db.companionGrant.findMany({
    where: { patientId },
    select: {
      id: true,
      companionName: true,
      nameGoneAt: true,
      acceptedAt: true,
      sessions: { select: { sessionId: true } },
    },
  });
  return grants.map(({ sessions, ...grant }) => ({
    ...grant,
    companionName: nameOf(grant),
    sessionIds: sessions.map(({ sessionId }) => sessionId),
  }));
}
