import type { Actor } from "@/lib/core/actor";
import { dayBounds, formatDateTime, fromLocal, now } from "@/lib/core/clock";
import { type Db, write } from "@/lib/core/db";
import { DomainError, found, orRefuse } from "@/lib/core/errors";
import { listOpenSessions, live } from "./queries";
import { firstClash } from "./rules";
import type { AssignInput, HandOverInput } from "./schema";

/** Puts a therapist on a patient's care team, from now on. `until` is the last day, or open. */
export function assign(actor: Actor, input: AssignInput): Promise<string> {
  return write(actor, "careTeam.assign", async (db, audit) => {
    const { patientId, therapistId } = input;
    const id = await addPlace(db, actor, { patientId, therapistId, until: endOf(input.until, actor.timeZone) });
    audit({ patientId, subject: "careTeam", subjectId: id });
    return id;
  });
}

/** Ends a place on a care team now. Refused while the therapist has sessions planned with that patient. */
export function endPlace(actor: Actor, placeId: string): Promise<string> {
  return write(actor, "careTeam.end", async (db, audit) => {
    const place = found(await db.careTeamMember.findUnique({ where: { id: placeId } }));
    const { patientId, therapistId } = place;
    const { length } = await listOpenSessions(db, { patientId, therapistId });
    if (length > 0) {
      throw new DomainError("refused", "They still have a session planned together. Hand over instead, or wait.");
    }
    const { count } = await closePlaces(db, actor, { id: placeId });
    if (count === 0) throw new DomainError("conflict", "This has ended already.");
    audit({ patientId, subject: "careTeam", subjectId: placeId });
    return placeId;
  });
}

/** Gives one therapist's place on a patient's care team, and every session planned between them, to another therapist. */
export function handOver(actor: Actor, { patientId, fromId, toId }: HandOverInput): Promise<string> {
  return write(actor, "careTeam.handOver", async (db, audit) => {
    if (fromId === toId) throw new DomainError("invalid", "Choose another therapist.", { field: "toId" });
    const sessions = await listOpenSessions(db, { patientId, therapistId: fromId });
    if (sessions.some(({ state }) => state === "inProgress"))
      throw new DomainError("refused", "A session of theirs is under way. Hand over when it is completed.");
    const known = await db.careTeamMember.findFirst({ where: { patientId, therapistId: toId, ...live(now()) } });
    const id = known?.id ?? (await addPlace(db, actor, { patientId, therapistId: toId, until: null }));
    const clash = firstClash(sessions, await listOpenSessions(db, { therapistId: toId }));
    if (clash) throw clashes(formatDateTime(clash.startsAt, actor.timeZone));
    for (const session of sessions) await moveSession(db, session.id, toId);
    const { count } = await closePlaces(db, actor, { patientId, therapistId: fromId });
    if (count + sessions.length === 0) throw new DomainError("conflict", "There is nothing left to hand over.");
    audit({
      patientId,
      subject: "careTeam",
      subjectId: id,
      detail: { from: fromId, to: toId, sessions: sessions.length },
    });
    return id;
  });
}

/** The end of the last day. */
function endOf(day: string, zone: string): Date | null {
  if (!day) return null;
  const { end } = dayBounds(fromLocal(`${day}T12:00`, zone), zone);
  if (end <= now()) throw new DomainError("invalid", "Enter a day that is not over.", { field: "until" });
  return end;
}

type Place = { patientId: string; therapistId: string; until: Date | null };

async function addPlace(db: Db, actor: Actor, place: Place): Promise<string> {
  const data = { ...place, from: now(), clinicId: actor.clinicId, addedById: actor.personId };
  const added = orRefuse(
    db.careTeamMember.create({ data, select: { id: true } }),
    "23P01",
    "They are on this care team already for part of that time.",
    "therapistId",
  );
  return (await orRefuse(added, "23514", "Choose an active therapist.", "therapistId")).id;
}

const closePlaces = (db: Db, actor: Actor, where: { id?: string; patientId?: string; therapistId?: string }) =>
  db.careTeamMember.updateMany({
    where: { ...where, ...live(now()) },
    data: { until: now(), endedById: actor.personId },
  });

async function moveSession(db: Db, sessionId: string, therapistId: string) {
  const [moved] = await orRefuse(
    db.$queryRaw<{ id: string | null }[]>`select hand_over_session(${sessionId}::uuid, ${therapistId}::uuid) as "id"`,
    "23P01",
    clashes("the time of one of these").message,
    "toId",
  );
  if (!moved?.id) throw new DomainError("conflict", "One of these sessions changed meanwhile. Try again.");
}

const clashes = (when: string) =>
  new DomainError(
    "conflict",
    `They already have a session at ${when}. Choose somebody else, or have one of the two rescheduled first.`,
    { field: "toId" },
  );
