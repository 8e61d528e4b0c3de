import type { Actor } from "@/lib/core/actor";
import { formatTime, now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { type Audit, type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { quoteInstant, reasonNotToQuote } from "./rules";
import type { NewQuote, QuoteInput } from "./schema";

/** Keeps something that the patient said in a dosing session, for the care team alone so far. Answers with its id. */
export const keepQuote = (actor: Actor, { sessionId, time, text }: NewQuote) =>
  write(actor, "quote.keep", async (db, audit) => {
    const session = found(await db.session.findUnique({ where: { id: sessionId }, select: place }));
    const reason = reasonNotToQuote(session);
    if (reason) throw new DomainError("conflict", reason);
    const at = instant(actor, time, session);
    const { clinicId, personId: authorId } = actor;
    const { patientId } = session;
    const id = newId();
    const textSealed = await seal(db, clinicId, id, text);
    await db.quote.createMany({ data: { id, clinicId, patientId, sessionId, authorId, at, textSealed } });
    audit({ patientId, subject: "quote", subjectId: id });
    return id;
  });

/** Puts other words or another time to a quote of one's own, as long as the patient has not had it. */
export const rewordQuote = (actor: Actor, { quoteId, time, text }: QuoteInput) =>
  write(actor, "quote.keep", async (db, audit) => {
    const quote = await findOwn(db, actor, quoteId, audit);
    const isSameTime = time === "" || time === formatTime(quote.at, actor.clinicTimeZone);
    const at = isSameTime ? quote.at : instant(actor, time, quote.session);
    const textSealed = await seal(db, actor.clinicId, quoteId, text);
    const { count } = await db.quote.updateMany({ where: unshared(actor, quoteId), data: { at, textSealed } });
    if (count === 0) throw new DomainError("conflict", "This is shared with the patient. Its words stay as they are.");
    return quoteId;
  });

/** Removes a quote of one's own that was never shared. */
export const removeQuote = (actor: Actor, { quoteId }: { quoteId: string }) =>
  write(actor, "quote.keep", async (db, audit) => {
    await findOwn(db, actor, quoteId, audit);
    const { count } = await db.quote.updateMany({ where: unshared(actor, quoteId), data: { removedAt: now() } });
    if (count === 0) throw new DomainError("conflict", "This is shared with the patient. Take it back instead.");
    audit({ detail: { removed: true } });
    return quoteId;
  });

/** Lets the patient read a quote from now on, on the recall desk of its session. */
export const shareQuote = (actor: Actor, { quoteId }: { quoteId: string }) =>
  write(actor, "quote.share", async (db, audit) => {
    await findOwn(db, actor, quoteId, audit);
    await db.quote.updateMany({ where: unshared(actor, quoteId), data: { sharedAt: now() } });
    return quoteId;
  });

/** Takes a quote back from the patient, for good: what they may have read is not reworded, and can be written down anew. */
export const unshareQuote = (actor: Actor, { quoteId }: { quoteId: string }) =>
  write(actor, "quote.share", async (db, audit) => {
    await findOwn(db, actor, quoteId, audit);
    const where = { id: quoteId, authorId: actor.personId, sharedAt: { not: null }, removedAt: null };
    await db.quote.updateMany({ where, data: { removedAt: now() } });
    audit({ detail: { takenBack: true } });
    return quoteId;
  });

const place = { patientId: true, kind: true, state: true, startsAt: true, startedAt: true } as const;

const unshared = (actor: Actor, id: string) => ({ id, authorId: actor.personId, sharedAt: null, removedAt: null });

async function findOwn(db: Db, actor: Actor, id: string, audit: Audit) {
  const where = { id, authorId: actor.personId, removedAt: null };
  const select = { patientId: true, at: true, session: { select: place } } as const;
  const quote = found(await db.quote.findUnique({ where, select }));
  audit({ patientId: quote.patientId, subject: "quote", subjectId: id });
  return quote;
}

function instant(actor: Actor, time: string, session: Parameters<typeof quoteInstant>[1]): Date {
  const at = quoteInstant(time, session, actor.clinicTimeZone, now());
  if (at) return at;
  throw new DomainError("invalid", time ? "This time is still to come" : "Enter when it was said, like 14:05", {
    field: "time",
  });
}
