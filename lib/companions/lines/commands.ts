import type { Actor } from "@/lib/core/actor";
import { formatTime, now } from "@/lib/core/clock";
import { seal, unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { lineInstant, presentIn } from "./rules";

/** `time` as 14:05, or empty. */
export type LineInput = { id: string; time: string; text: string };
type Session = { patientId: string; startsAt: Date; endsAt: Date; completedAt: Date | null };
type Place = { noteId: string; session: Session; lines: LineInput[] };

/**
 * Keeps the lines of a note inside the caller's own write. A line that lost its words is removed, which it remembers; a new one without a
 * time gets the present one, or the session's end; one that is not named stays as it is.
 */
export async function keepLines(db: Db, actor: Actor, { noteId, session, lines }: Place): Promise<void> {
  const known = await listKnown(
    db,
    noteId,
    lines.map(({ id }) => id),
  );
  const gone = lines.filter((line) => line.text === "" && known.has(line.id));
  await db.companionLine.updateMany({
    where: { noteId, id: { in: gone.map(({ id }) => id) }, removedAt: null },
    data: { removedAt: now() },
  });
  const said = lines.filter((line) => line.text !== "");
  for (const line of said) await reword(db, actor, known.get(line.id), line, session.startsAt);
  const fresh = said.filter(({ id }) => !known.has(id));
  await addLines(db, actor, { noteId, session, lines: fresh });
}

type Known = { id: string; at: Date; textSealed: string; removedAt: Date | null };

async function listKnown(db: Db, noteId: string, ids: string[]): Promise<Map<string, Known>> {
  const rows = await db.companionLine.findMany({
    where: { noteId, id: { in: ids } },
    select: { id: true, at: true, textSealed: true, removedAt: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

async function reword(db: Db, actor: Actor, known: Known | undefined, { id, time, text }: LineInput, startsAt: Date) {
  if (!known) return;
  const isSameTime = time === "" || time === formatTime(known.at, actor.timeZone);
  const at = isSameTime ? known.at : lineInstant(time, startsAt, actor.timeZone);
  const isSameText = (await unseal(db, id, known.textSealed)) === text;
  if (isSameTime && isSameText && !known.removedAt) return;
  const textSealed = isSameText ? known.textSealed : await seal(db, actor.clinicId, id, text);
  await db.companionLine.updateMany({ where: { id }, data: { at, textSealed, removedAt: null } });
}

async function addLines(db: Db, actor: Actor, { noteId, session, lines }: Place) {
  const data = [];
  for (const { id, time, text } of lines) {
    const at = time === "" ? presentIn(session, now()) : lineInstant(time, session.startsAt, actor.timeZone);
    const textSealed = await seal(db, actor.clinicId, id, text);
    data.push({ id, clinicId: actor.clinicId, patientId: session.patientId, noteId, at, textSealed });
  }
  const { count } = await db.companionLine.createMany({ data, skipDuplicates: true });
  if (count < data.length) throw new DomainError("conflict", "One line could not be kept. Open this page again.");
}
