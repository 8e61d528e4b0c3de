import type { Actor } from "@/lib/core/actor";
import { dayOf, formatDay, fromLocal, now } from "@/lib/core/clock";
import { type Audit, type Db, newId, read, write } from "@/lib/core/db";
import { DatabaseFault, DomainError, found } from "@/lib/core/errors";
import type { Verb } from "@/lib/core/permissions";
import type { Prisma, Session } from "@/prisma/generated/client";
import { reasonNotToMove, type SessionKind, type SessionState, timeRecorded } from "./rules";
import type { CancelInput, RescheduleInput, ScheduleInput, SessionInput } from "./schema";

/**
 * A new session of a patient, in their open course, which begins with it when there is none. Answers with its id.
 * @throws DomainError `conflict` at `startsAt` when the patient or the therapist has a session at that time.
 */
export function scheduleSession(actor: Actor, input: ScheduleInput): Promise<string> {
  const work = write(actor, "session.schedule", async (db, audit) => {
    const { patientId, kind } = input;
    const patient = found(await db.person.findUnique({ where: { id: patientId, role: "patient" } }));
    if (patient.deactivatedAt) throw new DomainError("conflict", "This person's account is closed.");
    return plan(db, audit, actor, input, { patientId, kind, courseId: await openCourse(db, actor, patientId) });
  });
  return refusingOverlap(actor, input, work);
}

/**
 * A new session in place of one that has not begun, which is cancelled. Its intention and what companions may see go along.
 * Answers with the id of the new one.
 * @throws DomainError `conflict` as `scheduleSession`, and when the session has begun or was moved before.
 */
export async function rescheduleSession(actor: Actor, input: RescheduleInput): Promise<string> {
  const { patientId, kind, courseId } = found(await read(actor, (db) => findRow(db, input.sessionId)));
  const work = write(actor, "session.reschedule", async (db, audit) => {
    await move(db, actor, input.sessionId, "cancelled", { reason: input.reason || "Moved to another time" });
    return plan(db, audit, actor, input, { patientId, kind, courseId, replacesId: input.sessionId });
  });
  return refusingOverlap(actor, { patientId, therapistId: input.therapistId }, work);
}

export const cancelSession = (actor: Actor, { sessionId, reason }: CancelInput) =>
  writeMove(actor, "session.cancel", sessionId, "cancelled", { reason });

export const checkIn = (actor: Actor, { sessionId }: SessionInput) =>
  writeMove(actor, "session.checkIn", sessionId, "checkedIn", {
    check: (session) => refuseBeforeItsDay(actor, session),
  });

/** From here on the intention stays as it is. */
export const startSession = (actor: Actor, { sessionId }: SessionInput) =>
  writeMove(actor, "session.start", sessionId, "inProgress", {
    check: (session) => refuseBeforeItsDay(actor, session),
    data: (session) => ({ startedAt: timeRecorded(session.startsAt, now()) }),
  });

export const completeSession = (actor: Actor, { sessionId }: SessionInput) =>
  writeMove(actor, "session.complete", sessionId, "completed", {
    data: ({ startedAt, endsAt }) => ({
      completedAt: timeRecorded(startedAt && startedAt > endsAt ? startedAt : endsAt, now()),
    }),
  });

export const markNoShow = (actor: Actor, { sessionId }: SessionInput) =>
  writeMove(actor, "session.noShow", sessionId, "noShow", {
    check: (session) => {
      if (session.startsAt > now())
        throw new DomainError("conflict", "This session is still to come. Move it or cancel it instead.");
    },
  });

type Parties = { patientId: string; therapistId: string };
type Planned = Pick<ScheduleInput, "startsAt" | "minutes" | "place" | "therapistId">;
type Place = { patientId: string; kind: SessionKind; courseId: string; replacesId?: string };
type Step = {
  reason?: string;
  check?: (session: Session) => void;
  data?: (session: Session) => Prisma.SessionUpdateManyMutationInput;
};

const findRow = (db: Db, id: string) => db.session.findUnique({ where: { id } });

async function plan(db: Db, audit: Audit, actor: Actor, input: Planned, { patientId, ...place }: Place) {
  const { therapistId, minutes } = input;
  const startsAt = fromLocal(input.startsAt, actor.clinicTimeZone);
  if (startsAt <= now()) throw new DomainError("invalid", "Choose a time that is still to come", { field: "startsAt" });
  const id = newId();
  await requireOnCareTeam(db, { patientId, therapistId }, startsAt);
  await db.session.create({
    data: {
      id,
      clinicId: actor.clinicId,
      patientId,
      therapistId,
      ...place,
      startsAt,
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      place: input.place,
      createdAt: now(),
    },
  });
  await keepChange(db, actor, { sessionId: id, patientId, from: null, to: "scheduled", reason: "" });
  audit({ patientId, subject: "session", subjectId: id, detail: { kind: place.kind } });
  return id;
}

/** Two who plan at once open one course: the second waits for the first and finds it. */
async function openCourse(db: Db, actor: Actor, patientId: string): Promise<string> {
  const open = () => db.course.findFirst({ where: { patientId, endedAt: null }, select: { id: true } });
  const existing = await open();
  if (existing) return existing.id;
  await db.course.createMany({
    data: { clinicId: actor.clinicId, patientId, startedAt: now() },
    skipDuplicates: true,
  });
  return found(await open()).id;
}

async function requireOnCareTeam(db: Db, parties: Parties, at: Date) {
  const place = await db.careTeamMember.findFirst({
    where: {
      ...parties,
      from: { lte: at },
      OR: [{ until: null }, { until: { gt: at } }],
      therapist: { deactivatedAt: null },
    },
  });
  if (!place) throw new DomainError("invalid", "Choose somebody on this person's care team", { field: "therapistId" });
}

function writeMove(actor: Actor, verb: Verb, sessionId: string, to: SessionState, step: Step): Promise<string> {
  return write(actor, verb, async (db, audit) => {
    const { patientId } = await move(db, actor, sessionId, to, step);
    audit({ patientId, subject: "session", subjectId: sessionId });
    return sessionId;
  });
}

async function move(db: Db, actor: Actor, id: string, to: SessionState, { reason = "", check, data }: Step) {
  const session = found(await findRow(db, id));
  const refusal = reasonNotToMove(session, to);
  if (refusal) throw new DomainError("conflict", refusal);
  check?.(session);
  const { count } = await db.session.updateMany({
    where: { id, state: session.state },
    data: { ...data?.(session), state: to, version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("conflict", "Somebody else has just changed this session. Look at it again.");
  await keepChange(db, actor, { sessionId: id, patientId: session.patientId, from: session.state, to, reason });
  return session;
}

type Change = { sessionId: string; patientId: string; from: SessionState | null; to: SessionState; reason: string };

const keepChange = (db: Db, actor: Actor, change: Change) =>
  db.sessionChange.create({ data: { ...change, clinicId: actor.clinicId, at: now(), byId: actor.personId } });

function refuseBeforeItsDay(actor: Actor, { startsAt }: Session) {
  const zone = actor.clinicTimeZone;
  if (dayOf(startsAt, zone) <= dayOf(now(), zone)) return;
  throw new DomainError(
    "conflict",
    `This session is planned for ${formatDay(startsAt, zone)}. Move it if it takes place today.`,
  );
}

/** Says whose time is taken, and nothing of by whom. */
async function refusingOverlap<T>(actor: Actor, { patientId, therapistId }: Parties, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DatabaseFault && error.sqlState === "23P01")) throw error;
    const id = error.constraint === "Session_patient_free" ? patientId : therapistId;
    const who = await read(actor, (db) => db.person.findUnique({ where: { id }, select: { name: true } }));
    const has = id === actor.personId ? "You already have" : `${found(who).name} already has`;
    throw new DomainError("conflict", `${has} a session at this time. Choose another time`, { field: "startsAt" });
  }
}
