import { now } from "@/lib/core/clock";
import type { Db } from "@/lib/core/db";
import { newestCalls } from "./rules";

const minute = 60_000;
const answeredShown = 2 * minute;
const mostShown = 60;

/** The calls of a companion in one session, the newest first, with the name of whoever is coming. */
export async function listOwnCalls(db: Db, sessionId: string, authorId: string) {
  const calls = await db.staffCall.findMany({
    where: { sessionId, authorId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: mostShown,
    select: { id: true, at: true, acknowledgedAt: true },
  });
  const answered = calls.filter(({ acknowledgedAt }) => acknowledgedAt).map(({ id }) => id);
  const names = await db.$queryRaw<{ callId: string; name: string }[]>`
    select "callId", "name" from names_of_answers(${answered}::uuid[])`;
  const nameOf = new Map(names.map(({ callId, name }) => [callId, name]));
  return calls.map((call) => ({ ...call, by: nameOf.get(call.id) ?? null }));
}

/**
 * What calls a therapist is shown, one for each companion in each session: the open ones of patients they treat, and for two minutes those
 * that were answered.
 */
export async function listStaffCalls(db: Db) {
  const found = await db.staffCall.findMany({
    where: {
      OR: [{ acknowledgedAt: null }, { acknowledgedAt: { gt: new Date(now().getTime() - answeredShown) } }],
    },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: mostShown,
    select: {
      id: true,
      patientId: true,
      sessionId: true,
      authorId: true,
      at: true,
      receivedAt: true,
      acknowledgedAt: true,
      acknowledgedById: true,
      session: { select: { place: true } },
    },
  });
  const calls = newestCalls(found);
  const patientIds = calls.map(({ patientId }) => patientId);
  const names = await findNames(db, [...patientIds, ...calls.map(({ acknowledgedById }) => acknowledgedById)]);
  const companions = await findCompanions(db, calls);
  return calls.map(({ patientId, authorId, acknowledgedById, session, ...call }) => ({
    ...call,
    place: session.place,
    patient: names.get(patientId) ?? "",
    companion: companions.get(`${patientId} ${authorId}`) ?? null,
    by: names.get(acknowledgedById ?? "") ?? null,
  }));
}

/** The same while a page is open, with whose patients they are about. */
export async function findCallsGlance(db: Db) {
  const treated = await db.$queryRaw<{ id: string }[]>`select id from treated_patients() as id`;
  return { treated: treated.map(({ id }) => id), calls: await listStaffCalls(db) };
}

async function findNames(db: Db, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const people = await db.person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** What patients call their companions, by patient and companion. */
async function findCompanions(db: Db, calls: { patientId: string; authorId: string }[]): Promise<Map<string, string>> {
  if (calls.length === 0) return new Map();
  const grants = await db.companionGrant.findMany({
    where: {
      patientId: { in: calls.map(({ patientId }) => patientId) },
      companionId: { in: calls.map(({ authorId }) => authorId) },
    },
    orderBy: { createdAt: "asc" },
    select: { patientId: true, companionId: true, companionName: true },
  });
  return new Map(
    grants.map(({ patientId, companionId, companionName }) => [`${patientId} ${companionId}`, companionName]),
  );
}
