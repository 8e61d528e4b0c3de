import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { canBeSharedWith, sharingOf } from "@/lib/core/kinds";
import type { EntryInput, ShareInput } from "./schema";

/** Lets one audience read an entry from now on. An entry that they read already stays as it is. */
export function share(actor: Actor, input: ShareInput) {
  return write(actor, "share.give", async (db, audit) => {
    await findEntry(db, actor, input);
    if (!canBeSharedWith(input.subject, input.audience)) {
      throw new DomainError("refused", "This cannot be shared with them.");
    }
    if (input.audience === "companion") await findCompanion(db, input.companionId);
    await addShares(db, actor, [input]);
    audit({ ...aboutEntry(actor, input), detail: { audience: input.audience } });
    return input.subjectId;
  });
}

/** The audience no longer reads the entry, with effect on their very next request. */
export function takeBack(actor: Actor, input: ShareInput) {
  return write(actor, "share.takeBack", async (db, audit) => {
    await findShared(db, actor, input.subjectId);
    const { subjectId, audience, companionId = null } = input;
    await db.share.updateMany({
      where: { subjectId, audience, companionId, takenBackAt: null },
      data: { takenBackAt: now() },
    });
    audit({ ...aboutEntry(actor, input), detail: { audience } });
    return subjectId;
  });
}

/** Nobody but the patient reads the entry any more, with effect on everybody's very next request. */
export function takeBackFromAll(actor: Actor, input: EntryInput) {
  return write(actor, "share.takeBack", async (db, audit) => {
    await findShared(db, actor, input.subjectId);
    const { subjectId } = input;
    await db.share.updateMany({ where: { subjectId, takenBackAt: null }, data: { takenBackAt: now() } });
    audit({ ...aboutEntry(actor, input), detail: { audience: "everybody" } });
    return subjectId;
  });
}

/** Shares entries inside the caller's own write. What is shared already stays as it is. */
export async function addShares(db: Db, actor: Actor, shares: ShareInput[]): Promise<void> {
  const { clinicId, personId: patientId } = actor;
  await db.share.createMany({
    data: shares.map((one) => ({ ...one, id: newId(), clinicId, patientId, sharedAt: now() })),
    skipDuplicates: true,
  });
}

/** Takes back everything that one companion may read, inside the caller's own write: for when their access ends. */
export async function takeBackAll(db: Db, companionId: string): Promise<void> {
  await db.share.updateMany({ where: { companionId, takenBackAt: null }, data: { takenBackAt: now() } });
}

async function findEntry(db: Db, actor: Actor, { subject, subjectId }: EntryInput) {
  const [thing] = await sharingOf(subject).open(db, actor.personId, [subjectId]);
  found(thing ?? null);
}

/** Taken back is what was shared once, whatever became of it since. */
async function findShared(db: Db, actor: Actor, subjectId: string) {
  found(await db.share.findFirst({ where: { patientId: actor.personId, subjectId }, select: { id: true } }));
}

async function findCompanion(db: Db, companionId: string | undefined) {
  const live = { acceptedAt: { not: null }, endedAt: null, suspendedAt: null };
  const grant =
    companionId && (await db.companionGrant.findFirst({ where: { companionId, ...live }, select: { id: true } }));
  found(grant || null, "This companion has no access at the moment.");
}

const aboutEntry = (actor: Actor, { subject, subjectId }: EntryInput) => ({
  patientId: actor.personId,
  subject,
  subjectId,
});
