import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { listMemories } from "./queries";
import type { MemoryInput } from "./schema";

/**
 * Keeps what the patient remembers beside a line of theirs. Answers with the memory's id.
 * @throws DomainError `conflict` with the other words when the memory has moved on from `version`.
 */
export function keepMemory(actor: Actor, { lineId, version, text }: MemoryInput) {
  return write(actor, "memory.keep", async (db, audit) => {
    found(await db.companionLine.findFirst({ where: { id: lineId, removedAt: null }, select: { id: true } }));
    const before = await db.memory.findUnique({ where: { lineId }, select: { id: true } });
    const id = before?.id ?? newId();
    const words = { sealed: await seal(db, actor.clinicId, id, text), at: now() };
    const { count } = before
      ? await db.memory.updateMany({ where: { id, version }, data: { ...words, version: { increment: 1 } } })
      : await db.memory.createMany({ data: { id, ...ownOf(actor), lineId, ...words }, skipDuplicates: true });
    if (count === 0) throw await conflict(db, lineId);
    audit({ patientId: actor.personId, subject: "memory", subjectId: id });
    return id;
  });
}

const ownOf = ({ clinicId, personId: patientId }: Actor) => ({ clinicId, patientId });

async function conflict(db: Db, lineId: string): Promise<DomainError> {
  const [kept] = await listMemories(db, [lineId]);
  const current = kept && { text: kept.text, version: String(kept.version) };
  return new DomainError("conflict", "You wrote beside this line in another window as well.", { current });
}
