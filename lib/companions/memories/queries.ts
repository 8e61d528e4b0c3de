import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";

export type Memory = { id: string; lineId: string; text: string; at: Date; version: number };

/** What the patient remembers beside these lines, as far as the one who asks may read it; those taken away, without words, among them. */
export async function listMemories(db: Db, lineIds: string[]): Promise<Memory[]> {
  const rows = await db.memory.findMany({
    where: { lineId: { in: lineIds } },
    select: { id: true, lineId: true, sealed: true, at: true, version: true },
  });
  const memories: Memory[] = [];
  for (const { sealed, ...row } of rows) memories.push({ ...row, text: await unseal(db, row.id, sealed) });
  return memories;
}

/** These memories that still have words, as far as the one who asks may read them. */
export async function listMemoriesByIds(db: Db, ids: string[]): Promise<{ id: string; text: string; at: Date }[]> {
  const rows = await db.memory.findMany({ where: { id: { in: ids } }, select: { id: true, sealed: true, at: true } });
  const memories: { id: string; text: string; at: Date }[] = [];
  for (const { id, sealed, at } of rows) memories.push({ id, at, text: await unseal(db, id, sealed) });
  return memories.filter(({ text }) => text !== "");
}

/** All that a patient remembers beside lines, set aside or not, the first first, each with the note in which its line stands. */
export async function listAllMemories(db: Db, patientId: string) {
  const rows = await db.memory.findMany({
    where: { patientId },
    select: { id: true, lineId: true, sealed: true, at: true, line: { select: { noteId: true } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const memories: { id: string; lineId: string; noteId: string; text: string; at: Date }[] = [];
  for (const { id, lineId, sealed, at, line } of rows)
    memories.push({ id, lineId, noteId: line.noteId, text: await unseal(db, id, sealed), at });
  return memories.filter(({ text }) => text !== "");
}
