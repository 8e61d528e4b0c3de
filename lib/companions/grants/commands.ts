import { invite } from "@/lib/accounts/invitations/commands";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { addShares, takeBackAll } from "@/lib/sharing/commands";
import { listGrantableSessions, welcomeOf } from "./queries";
import type { ChangeInput, InviteInput } from "./schema";

/** A grant and the letter that offers it. Nobody sees anything before it is accepted. Answers with the grant's id. */
export function inviteCompanion(actor: Actor, input: InviteInput) {
  return write(actor, "companion.invite", async (db, audit) => {
    await refuseOneself(db, actor, input.email);
    await refuseTwice(db, actor, input.email);
    await takeBackFromThoseWhoLeft(db, actor);
    const grantId = newId();
    const { name, email } = input;
    const own = { clinicId: actor.clinicId, patientId: actor.personId };
    const bounds = await boundsOf(db, actor, grantId, input);
    await db.companionGrant.createMany({ data: { id: grantId, ...own, ...bounds, createdAt: now() } });
    await nameSessions(db, actor, grantId, input);
    await invite(db, {
      clinicId: actor.clinicId,
      email,
      role: "companion",
      name,
      grantId,
      createdById: actor.personId,
    });
    audit(aboutGrant(actor, grantId, input));
    return grantId;
  });
}

/** Changes what a companion may see, from their very next request on. */
export function changeGrant(actor: Actor, input: ChangeInput) {
  return write(actor, "companion.change", async (db, audit) => {
    const { grantId, version } = input;
    const before = found(await db.companionGrant.findUnique({ where: { id: grantId } }));
    refuseEnded(before.endedAt);
    const { count } = await db.companionGrant.updateMany({
      where: { id: grantId, version, endedAt: null },
      data: { ...(await boundsOf(db, actor, grantId, input)), version: { increment: 1 } },
    });
    if (count === 0) {
      const message = "This was changed in another window. If you save again, what you chose here counts.";
      const current = { version: String(before.version), welcome: await welcomeOf(db, before) };
      throw new DomainError("conflict", message, { current });
    }
    await nameSessions(db, actor, grantId, input);
    if (before.companionId) await showIntentions(db, actor, before.companionId, before.showsIntention, input);
    audit(aboutGrant(actor, grantId, input));
    return grantId;
  });
}

/** Ends a companion's access at once and for good. What they had not handed over stays closed to everybody. */
export function endGrant(actor: Actor, { grantId }: { grantId: string }) {
  return write(actor, "companion.end", async (db, audit) => {
    const grant = found(await db.companionGrant.findUnique({ where: { id: grantId } }));
    const at = now();
    const { count } = await db.companionGrant.updateMany({
      where: { id: grantId, endedAt: null },
      data: { endedAt: at, version: { increment: 1 } },
    });
    if (count === 0) refuseEnded(grant.endedAt ?? at);
    await db.invitation.updateMany({ where: { grantId, acceptedAt: null, revokedAt: null }, data: { revokedAt: at } });
    if (grant.companionId) await takeBackAll(db, grant.companionId);
    audit({ patientId: actor.personId, subject: "companionGrant", subjectId: grantId });
    return grantId;
  });
}

type Own = InviteInput | ChangeInput;

/** The columns that a patient chooses, with their own words sealed. What is left out of the form stays as it is. */
async function boundsOf(db: Db, { clinicId }: Actor, grantId: string, input: Own) {
  const { name, relationship, scope, showsIntention, unsent, welcome } = input;
  const welcomeSealed = welcome && (await seal(db, clinicId, grantId, welcome));
  return {
    ...{ companionName: name, relationship, scope, showsIntention },
    ...(unsent && { unsent }),
    ...(welcome !== undefined && { welcomeSealed: welcomeSealed || null }),
  };
}

/** Whoever left cannot take back what was shared with them; a new invitation does not open it again. */
async function takeBackFromThoseWhoLeft(db: Db, { personId: patientId }: Actor) {
  const grants = await db.companionGrant.findMany({
    where: { patientId, companionId: { not: null } },
    select: { companionId: true, endedAt: true },
  });
  const live = new Set(grants.flatMap(({ companionId, endedAt }) => (endedAt ? [] : companionId)));
  const left = grants.flatMap(({ companionId }) => (companionId && !live.has(companionId) ? companionId : []));
  if (left.length === 0) return;
  await db.share.updateMany({
    where: { companionId: { in: left }, takenBackAt: null },
    data: { takenBackAt: now() },
  });
}

function refuseEnded(endedAt: Date | null) {
  if (endedAt) throw new DomainError("conflict", "This access has ended. To begin again, send a new invitation.");
}

async function refuseOneself(db: Db, actor: Actor, email: string) {
  const own = await db.contact.findUnique({ where: { personId: actor.personId }, select: { email: true } });
  if (own?.email.toLowerCase() !== email) return;
  throw new DomainError("invalid", "This is your own address. Enter your companion's.", { field: "email" });
}

async function refuseTwice(db: Db, actor: Actor, email: string) {
  const same = await db.invitation.findFirst({
    where: {
      email,
      createdById: actor.personId,
      revokedAt: null,
      grant: { endedAt: null },
      OR: [{ acceptedAt: { not: null } }, { expiresAt: { gt: now() } }],
    },
    select: { acceptedAt: true },
  });
  if (!same) return;
  const message = same.acceptedAt
    ? "This person is your companion already. You can change what they may see on their page."
    : "You have invited this person already. Their invitation is still open.";
  throw new DomainError("conflict", message, { field: "email" });
}

type Bounds = Pick<InviteInput, "scope" | "sessionIds" | "showsIntention">;

/** Writes down which sessions are meant. One that was named before and is no longer stays on record as removed. */
async function nameSessions(db: Db, actor: Actor, grantId: string, { scope, sessionIds }: Bounds) {
  if (scope === "course") return;
  const named = await db.companionGrantSession.findMany({ where: { grantId, removedAt: null } });
  const known = new Set(named.map(({ sessionId }) => sessionId));
  const grantable = new Set((await listGrantableSessions(db, actor.personId)).map(({ id }) => id));
  const fresh = sessionIds.filter((id) => !known.has(id));
  if (fresh.some((id) => !grantable.has(id))) {
    throw new DomainError("invalid", "Choose sessions from the list.", { field: "sessionIds" });
  }
  await db.companionGrantSession.updateMany({
    where: { grantId, removedAt: null, sessionId: { notIn: sessionIds } },
    data: { removedAt: now() },
  });
  await db.companionGrantSession.updateMany({
    where: { grantId, sessionId: { in: fresh } },
    data: { removedAt: null },
  });
  await db.companionGrantSession.createMany({
    data: fresh.map((sessionId) => ({ grantId, sessionId, clinicId: actor.clinicId, patientId: actor.personId })),
    skipDuplicates: true,
  });
}

async function showIntentions(db: Db, actor: Actor, companionId: string, showed: boolean, input: Bounds) {
  if (!input.showsIntention) {
    if (showed) await takeBackAll(db, companionId);
    return;
  }
  const sessions = input.scope === "course" ? {} : { sessionId: { in: input.sessionIds } };
  const intentions = await db.intention.findMany({
    where: { patientId: actor.personId, ...sessions },
    select: { id: true },
  });
  const share = { subject: "intention", audience: "companion", companionId } as const;
  await addShares(
    db,
    actor,
    intentions.map(({ id }) => ({ ...share, subjectId: id })),
  );
}

const aboutGrant = (actor: Actor, grantId: string, { scope, sessionIds, showsIntention }: Bounds) => ({
  patientId: actor.personId,
  subject: "companionGrant",
  subjectId: grantId,
  detail: { scope, sessions: scope === "course" ? 0 : sessionIds.length, showsIntention },
});
