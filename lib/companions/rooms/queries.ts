import { findGrantDays, welcomeOf } from "@/lib/companions/grants/queries";
import { opensUntil, takesPlace } from "@/lib/companions/grants/rules";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";

const sessionView = {
  id: true,
  patientId: true,
  kind: true,
  state: true,
  startsAt: true,
  endsAt: true,
  completedAt: true,
  place: true,
  intention: { select: { wordings: { orderBy: { number: "desc" }, take: 1, select: { text: true } } } },
  companionNotes: { select: { id: true, savedAt: true } },
} as const;

/**
 * What a companion may see: one room for each patient, with its sessions, those last whose note is handed over. The database shows
 * granted ones alone.
 */
export async function listRooms(db: Db) {
  const grants = await db.companionGrant.findMany({ orderBy: { createdAt: "asc" }, select: grantView });
  const ids = [...new Set(grants.map(({ patientId }) => patientId))];
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, pronouns: true },
  });
  const welcomes = await findWelcomes(db, grants);
  const sessions = (await listRoomSessions(db)).sort((a, b) => Number(a.isHandedOver) - Number(b.isHandedOver));
  return ids.flatMap((patientId) => {
    const patient = people.find(({ id }) => id === patientId);
    const welcome = welcomes.get(patientId) ?? "";
    return patient ? [{ patient, welcome, sessions: sessions.filter((one) => one.patientId === patientId) }] : [];
  });
}

const grantView = { id: true, patientId: true, welcomeSealed: true } as const;

type Grant = { id: string; patientId: string; welcomeSealed: string | null };

/** What each patient wrote to this companion, by the patient; the newest where there are several. */
async function findWelcomes(db: Db, grants: Grant[]): Promise<Map<string, string>> {
  const written = grants.filter(({ welcomeSealed }) => welcomeSealed);
  return new Map(
    await Promise.all(written.map(async (grant) => [grant.patientId, await welcomeOf(db, grant)] as const)),
  );
}

export type Room = Awaited<ReturnType<typeof listRooms>>[number];
export type RoomSession = Room["sessions"][number];

/** One granted session with the patient's name, or null when it is not open to this companion, or no longer. */
export async function findRoomSession(db: Db, sessionId: string) {
  if (!isId(sessionId)) return null;
  const [session] = await listRoomSessions(db, sessionId);
  if (!session) return null;
  const patient = await db.person.findUnique({
    where: { id: session.patientId },
    select: { id: true, name: true, pronouns: true },
  });
  return patient && { ...session, patient };
}

async function listRoomSessions(db: Db, sessionId?: string) {
  const sessions = await db.session.findMany({
    where: { id: sessionId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: sessionView,
  });
  const handedOver = await listHandedOver(db);
  const grantDays = await findGrantDays(db);
  return sessions.filter(takesPlace).map(({ intention, companionNotes, ...session }) => ({
    ...session,
    intention: intention?.wordings[0]?.text ?? null,
    note: companionNotes[0] ?? null,
    isHandedOver: handedOver.has(session.id),
    until: opensUntil(session, grantDays),
  }));
}

async function listHandedOver(db: Db): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`select id from handed_over_sessions() as id`;
  return new Set(rows.map(({ id }) => id));
}

/** Somebody whom the one who asks accompanies now, or null. */
export const findAccompanied = async (db: Db, patientId: string) => {
  if (!isId(patientId)) return null;
  const grant = await db.companionGrant.findFirst({ where: { patientId }, select: { id: true } });
  return grant && db.person.findUnique({ where: { id: patientId }, select: { id: true, name: true } });
};
