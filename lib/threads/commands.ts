import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { hashingKey, seal } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { hashName, inPair } from "./rules";
import type { TagInput } from "./schema";

/** Tags a page with something that returns. The same name of the same kind is the same thread. Answers with its id. */
export const addTag = (actor: Actor, { entryId, kind, name }: TagInput) =>
  write(actor, "thread.tag", async (db, audit) => {
    await ownPage(db, actor, entryId);
    const { clinicId, personId: patientId } = actor;
    const nameHash = hashName(await hashingKey(db, clinicId, patientId), name);
    const threadId = await threadOf(db, actor, { kind, name, nameHash });
    const place = { id: newId(), clinicId, patientId, threadId, entryId, addedAt: now() };
    const { count } = await db.threadPlace.createMany({ data: place, skipDuplicates: true });
    if (count === 0) {
      const where = { threadId, entryId, removedAt: { not: null } };
      await db.threadPlace.updateMany({ where, data: { removedAt: null, addedAt: now() } });
    }
    audit({ ...about(actor, entryId), detail: { added: true } });
    return threadId;
  });

/** Takes a tag off a page. The thread keeps its other places. */
export const removeTag = (actor: Actor, { entryId, threadId }: { entryId: string; threadId: string }) =>
  write(actor, "thread.tag", async (db, audit) => {
    const place = { threadId_entryId: { threadId, entryId } };
    found(await db.threadPlace.findUnique({ where: place, select: { id: true } }));
    await db.threadPlace.updateMany({ where: { threadId, entryId, removedAt: null }, data: { removedAt: now() } });
    audit({ ...about(actor, entryId), detail: { added: false } });
    return threadId;
  });

/** Lays two pages side by side. Those that lie so already stay as they are. */
export const linkEntries = (actor: Actor, { entryId, otherId }: { entryId: string; otherId: string }) =>
  write(actor, "entry.link", async (db, audit) => {
    if (entryId === otherId) throw new DomainError("invalid", "Choose another page than this one.");
    await ownPage(db, actor, entryId);
    await ownPage(db, actor, otherId);
    const pair = inPair(entryId, otherId);
    const { clinicId, personId: patientId } = actor;
    const row = { id: newId(), clinicId, patientId, ...pair, addedAt: now() };
    const { count } = await db.entryLink.createMany({ data: row, skipDuplicates: true });
    if (count === 0) {
      const where = { ...pair, removedAt: { not: null } };
      await db.entryLink.updateMany({ where, data: { removedAt: null, addedAt: now() } });
    }
    audit({ ...about(actor, entryId), detail: { linked: true } });
    return entryId;
  });

/** Parts two pages that were laid side by side. */
export const unlinkEntries = (actor: Actor, { entryId, otherId }: { entryId: string; otherId: string }) =>
  write(actor, "entry.link", async (db, audit) => {
    const pair = inPair(entryId, otherId);
    found(await db.entryLink.findUnique({ where: { aId_bId: pair }, select: { id: true } }));
    await db.entryLink.updateMany({ where: { ...pair, removedAt: null }, data: { removedAt: now() } });
    audit({ ...about(actor, entryId), detail: { linked: false } });
    return entryId;
  });

type Named = { kind: TagInput["kind"]; name: string; nameHash: string };

async function threadOf(db: Db, { clinicId, personId: patientId }: Actor, { kind, name, nameHash }: Named) {
  const where = { patientId_kind_nameHash: { patientId, kind, nameHash } };
  const known = await db.thread.findUnique({ where, select: { id: true } });
  if (known) return known.id;
  const id = newId();
  const nameSealed = await seal(db, clinicId, id, name);
  const row = { id, clinicId, patientId, kind, nameSealed, nameHash, createdAt: now() };
  const { count } = await db.thread.createMany({ data: row, skipDuplicates: true });
  return count === 1 ? id : (await db.thread.findUniqueOrThrow({ where, select: { id: true } })).id;
}

async function ownPage(db: Db, { personId: patientId }: Actor, id: string): Promise<void> {
  const { putAwayAt } = found(await db.entry.findUnique({ where: { id, patientId }, select: { putAwayAt: true } }));
  if (putAwayAt) throw new DomainError("conflict", "You put this page away. Bring it back first.");
}

const about = (actor: Actor, id: string) => ({ patientId: actor.personId, subject: "entry", subjectId: id });
