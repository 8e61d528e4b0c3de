import { findRoomTimes } from "@/lib/companions/room/queries";
import { keptTime, reasonNotToKeep } from "@/lib/companions/room/rules";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { sha256 } from "@/lib/core/crypto";
import { type Db, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";

type Call = { id: string; at: Date };

/** A companion calls the staff. Each call is one entry of the audit, however often a device sends it. Answers with the ids that are kept. */
export async function callStaff(actor: Actor, sessionId: string, calls: Call[]): Promise<string[]> {
  const kept: string[] = [];
  for (const call of calls) if (await keepCall(actor, sessionId, call)) kept.push(call.id);
  return kept;
}

function keepCall(actor: Actor, sessionId: string, { id, at }: Call): Promise<boolean> {
  return write(actor, "staff.call", async (db, audit) => {
    const session = found(await findRoomTimes(db, sessionId));
    const receivedAt = now();
    const reason = reasonNotToKeep(session, receivedAt, actor.clinicTimeZone);
    if (reason) throw new DomainError("conflict", reason);
    const { clinicId, personId: authorId } = actor;
    const own = { id, clinicId, patientId: session.patientId, sessionId: session.id, authorId };
    const time = keptTime(at, session, receivedAt, actor.clinicTimeZone);
    const { count } = await db.staffCall.createMany({ data: { ...own, at: time, receivedAt }, skipDuplicates: true });
    const where = { id, sessionId: session.id, authorId };
    audit({
      patientId: session.patientId,
      subject: "staffCall",
      subjectId: id,
      onceKey: sha256(`staff.call ${id} ${authorId}`),
    });
    return count === 1 || (await db.staffCall.findFirst({ where, select: { id: true } })) !== null;
  });
}

/**
 * A therapist answers a companion's call, and with it what the same companion has called in the same session meanwhile. The first one is on
 * the way; another is told who. Answers with the call's id.
 */
export function acknowledgeCall(actor: Actor, { callId }: { callId: string }) {
  return write(actor, "staff.acknowledge", async (db, audit) => {
    const select = { patientId: true, sessionId: true, authorId: true };
    const { patientId, ...own } = found(await db.staffCall.findUnique({ where: { id: callId }, select }));
    const data = { acknowledgedAt: now(), acknowledgedById: actor.personId };
    const { count } = await db.staffCall.updateMany({ where: { id: callId, acknowledgedAt: null }, data });
    if (count === 0) throw new DomainError("conflict", await whoIsComing(db, actor, callId));
    await db.staffCall.updateMany({ where: { ...own, acknowledgedAt: null }, data });
    audit({ patientId, subject: "staffCall", subjectId: callId });
    return callId;
  });
}

async function whoIsComing(db: Db, actor: Actor, callId: string): Promise<string> {
  const call = await db.staffCall.findUnique({ where: { id: callId }, select: { acknowledgedById: true } });
  if (call?.acknowledgedById === actor.personId) return "You have answered this call already.";
  const who = { id: call?.acknowledgedById ?? "" };
  const person = who.id && (await db.person.findUnique({ where: who, select: { name: true } }));
  return `${person ? person.name : "A colleague"} has answered this call and is on the way.`;
}
