import { listLiveGrants } from "@/lib/companions/grants/queries";
import { covers } from "@/lib/companions/grants/rules";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found, orRefuse } from "@/lib/core/errors";
import { addShares } from "@/lib/sharing/commands";
import { findIntention } from "./queries";
import { reasonNotToSet } from "./rules";
import type { IntentionInput } from "./schema";

/**
 * Sets or rewords the intention of a session that has not begun; every wording is kept. Companions whose access shows the
 * intention may read it at once.
 * @throws DomainError `conflict` with the words kept meanwhile when they were changed elsewhere.
 */
export function setIntention(actor: Actor, input: IntentionInput) {
  return write(actor, "intention.set", async (db, audit) => {
    const session = found(
      await db.session.findUnique({ where: { id: input.sessionId }, select: { id: true, state: true, endsAt: true } }),
    );
    const reason = reasonNotToSet(session);
    if (reason) throw new DomainError("conflict", reason);
    const id = input.version === 0 ? await begin(db, actor, input) : await reword(db, actor, input);
    if (input.forCareTeam) await shareWithCareTeam(db, actor, id);
    await shareWithCompanions(db, actor, id, session);
    audit({ patientId: actor.personId, subject: "intention", subjectId: id, detail: { sessionId: session.id } });
    return id;
  });
}

async function begin(db: Db, actor: Actor, { sessionId, text }: IntentionInput): Promise<string> {
  const { clinicId, personId: patientId } = actor;
  const id = newId();
  const { count } = await db.intention.createMany({
    data: { id, clinicId, patientId, sessionId },
    skipDuplicates: true,
  });
  if (count === 0) throw await changedElsewhere(db, sessionId);
  await addWording(db, actor, { intentionId: id, number: 1, text });
  return id;
}

async function reword(db: Db, actor: Actor, { sessionId, text, version }: IntentionInput): Promise<string> {
  const before = found(await findIntention(db, sessionId));
  if (before.version === version && before.text === text) return before.id;
  const { count } = await db.intention.updateMany({
    where: { id: before.id, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw await changedElsewhere(db, sessionId);
  await addWording(db, actor, { intentionId: before.id, number: version + 1, text });
  return before.id;
}

function addWording(db: Db, actor: Actor, wording: { intentionId: string; number: number; text: string }) {
  const row = { ...wording, id: newId(), clinicId: actor.clinicId, patientId: actor.personId, at: now() };
  return orRefuse(
    db.intentionWording.createMany({ data: row }),
    "23514",
    "This session has begun. Its intention stays as it is.",
  );
}

async function changedElsewhere(db: Db, sessionId: string) {
  const { text, version } = found(await findIntention(db, sessionId));
  const message = "You changed these words somewhere else in the meantime. Both are here; keep the ones you want.";
  return new DomainError("conflict", message, { current: { text, version: String(version) } });
}

const shareWithCareTeam = (db: Db, actor: Actor, subjectId: string) =>
  addShares(db, actor, [{ subject: "intention", subjectId, audience: "careTeam" }]);

type Session = { id: string; endsAt: Date };

// What was taken back from a companion is not shared again by rewording it.
async function shareWithCompanions(db: Db, actor: Actor, subjectId: string, session: Session) {
  const grants = (await listLiveGrants(db, actor.personId)).filter(
    (grant) => grant.showsIntention && covers(grant, session),
  );
  const decided = await db.share.findMany({
    where: { subjectId, audience: "companion" },
    select: { companionId: true },
  });
  const known = new Set(decided.map(({ companionId }) => companionId));
  const companionIds = new Set(grants.map(({ companionId }) => companionId).filter((id) => !known.has(id)));
  await addShares(
    db,
    actor,
    [...companionIds].map((companionId) => ({ subject: "intention", subjectId, audience: "companion", companionId })),
  );
}
