import { findAgreement } from "@/lib/companions/agreements/queries";
import { listOwnCalls } from "@/lib/companions/calls/queries";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";

const sessionView = {
  id: true,
  patientId: true,
  kind: true,
  state: true,
  startsAt: true,
  endsAt: true,
  startedAt: true,
  completedAt: true,
} as const;

/** A session as its room needs it; null when it is not open to this companion, or no longer. */
export const findRoomTimes = async (db: Db, sessionId: string) =>
  isId(sessionId) ? db.session.findUnique({ where: { id: sessionId }, select: sessionView }) : null;

/** Whether the one who asks has handed over their note on a session. */
export async function isHandedOver(db: Db, sessionId: string): Promise<boolean> {
  const rows = await db.$queryRaw<
    { id: string }[]
  >`select id from handed_over_sessions() as id where id = ${sessionId}::uuid`;
  return rows.length > 0;
}

const mostLines = 500;

/** Everything that a companion's room shows when it opens: the newest 500 lines, the last look, own calls, how often to look in. */
export async function findRoom(db: Db, sessionId: string, personId: string) {
  const session = await findRoomTimes(db, sessionId);
  if (!session) return null;
  const { id, patientId } = session;
  const patient = await db.person.findUnique({ where: { id: patientId }, select: { name: true } });
  const lastLook = await db.lookIn.findFirst({
    where: { sessionId: id, authorId: personId },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  const { lookInMinutes } = await db.clinic.findFirstOrThrow({ select: { lookInMinutes: true } });
  return {
    session,
    name: patient?.name ?? "",
    isHandedOver: await isHandedOver(db, id),
    lines: await listOwnLines(db, id, personId),
    lastLookIn: lastLook?.at ?? null,
    calls: await listOwnCalls(db, id, personId),
    lookInMinutes,
    agreed: (await findAgreement(db, id))?.answers ?? null,
  };
}

async function listOwnLines(db: Db, sessionId: string, authorId: string) {
  const rows = await db.companionLine.findMany({
    where: { note: { sessionId, authorId }, removedAt: null },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: mostLines,
    select: { id: true, at: true, textSealed: true },
  });
  return Promise.all(
    rows.reverse().map(async ({ textSealed, ...line }) => ({ ...line, text: await unseal(db, line.id, textSealed) })),
  );
}

/** What a room is told while it is open: its times, what became of the calls, and whether access has ended. */
export async function findRoomGlance(db: Db, sessionId: string, personId: string) {
  const session = await findRoomTimes(db, sessionId);
  if (!session) return { over: true, why: "ended" as const };
  const calls = await listOwnCalls(db, session.id, personId);
  const { startedAt, startsAt, completedAt } = session;
  return { begunAt: startedAt ?? startsAt, isUnderWay: session.state === "inProgress", completedAt, calls };
}
