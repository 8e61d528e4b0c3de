import { now } from "@/lib/core/clock";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { accessUntil, type GrantFacts, grantState, isGrantable, nameOf } from "./rules";

export type LiveGrant = {
  id: string;
  companionId: string;
  companionName: string;
  scope: "course" | "sessions";
  sessionIds: string[];
  showsIntention: boolean;
  createdAt: Date;
};

/** The accepted grants of a patient that have neither ended nor been paused. `sessionIds` is empty for a whole course. */
export async function listLiveGrants(db: Db, patientId: string): Promise<LiveGrant[]> {
  const grants = await db.companionGrant.findMany({
    where: { patientId, acceptedAt: { not: null }, endedAt: null, suspendedAt: null, companionId: { not: null } },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      companionId: true,
      companionName: true,
      scope: true,
      showsIntention: true,
      createdAt: true,
      sessions: { where: { removedAt: null }, select: { sessionId: true } },
    },
  });
  return grants.flatMap(({ sessions, companionId, ...grant }) => {
    const sessionIds = grant.scope === "course" ? [] : sessions.map(({ sessionId }) => sessionId);
    return companionId ? [{ ...grant, companionId, sessionIds }] : [];
  });
}

/** The access of the one who asks that covers a session, the newest first where there are several; null for a session not open to them. */
export async function findOwnGrantFor(db: Db, sessionId: string): Promise<{ id: string } | null> {
  const [grant] = await db.$queryRaw<{ id: string }[]>`
    select g."id" from "CompanionGrant" g join "Session" s on s."id" = ${sessionId}::uuid and covers(g, s)
    order by g."createdAt" desc limit 1`;
  return grant ?? null;
}

const grantView = {
  id: true,
  companionName: true,
  relationship: true,
  scope: true,
  showsIntention: true,
  createdAt: true,
  acceptedAt: true,
  endedAt: true,
  suspendedAt: true,
  suspendedById: true,
  unsent: true,
  nameAskedAt: true,
  nameGoneAt: true,
  version: true,
  invitation: { select: { id: true, email: true, sentAt: true, expiresAt: true, revokedAt: true } },
  sessions: {
    where: { removedAt: null },
    orderBy: { session: { startsAt: "asc" } },
    select: {
      session: { select: { id: true, kind: true, state: true, startsAt: true, endsAt: true, completedAt: true } },
    },
  },
} as const;

/** A patient's grants, the newest first, each with where it stands and until when. A name that went is not in them. */
export async function listGrants(db: Db, patientId: string) {
  const grantDays = await findGrantDays(db);
  const grants = await db.companionGrant.findMany({
    where: { patientId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: grantView,
  });
  return grants.map((grant) => withState(grant, grantDays));
}

export type GrantListed = Awaited<ReturnType<typeof listGrants>>[number];

/** One grant with the invitation in the patient's own words, and who of the care team paused it. */
export async function findGrant(db: Db, grantId: string) {
  if (!isId(grantId)) return null;
  const row = await db.companionGrant.findUnique({
    where: { id: grantId },
    select: { ...grantView, patientId: true, welcomeSealed: true },
  });
  if (!row) return null;
  const { welcomeSealed, ...grant } = withState(row, await findGrantDays(db));
  return { ...grant, welcome: await welcomeOf(db, row), pausedBy: await findPauser(db, grant) };
}

/** The invitation in the patient's own words; empty where there are none. */
export const welcomeOf = async (db: Db, { id, welcomeSealed }: { id: string; welcomeSealed: string | null }) =>
  welcomeSealed ? unseal(db, id, welcomeSealed) : "";

async function findPauser(db: Db, { state, suspendedById }: { state: string; suspendedById: string | null }) {
  if (state !== "paused" || !suspendedById) return null;
  return (await db.person.findUnique({ where: { id: suspendedById }, select: { name: true } }))?.name ?? null;
}

/** The sessions of a patient that a companion can be let into: those ahead, and past ones that are not closed yet. */
export async function listGrantableSessions(db: Db, patientId: string) {
  const grantDays = await findGrantDays(db);
  const sessions = await db.session.findMany({
    where: { patientId, state: { notIn: ["cancelled", "noShow"] } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, state: true, startsAt: true, endsAt: true, completedAt: true },
  });
  return sessions.filter((session) => isGrantable(session, grantDays, now()));
}

/** For how many days after a session the clinic keeps it open to companions. */
export async function findGrantDays(db: Db): Promise<number> {
  return (await db.clinic.findFirstOrThrow({ select: { grantDays: true } })).grantDays;
}

type Row = Omit<GrantFacts, "sessions"> & {
  companionName: string;
  nameGoneAt: Date | null;
  sessions: { session: GrantFacts["sessions"][number] }[];
};

function withState<R extends Row>({ sessions: named, ...row }: R, grantDays: number) {
  const sessions: R["sessions"][number]["session"][] = named.map(({ session }) => session);
  const grant = { ...row, sessions, companionName: nameOf(row) };
  return { ...grant, state: grantState(grant, grantDays, now()), until: accessUntil(grant, grantDays) };
}
