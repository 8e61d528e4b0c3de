import { findGrantDays, listLiveGrants } from "@/lib/companions/grants/queries";
import { isLetIn } from "@/lib/companions/grants/rules";
import { now } from "@/lib/core/clock";
import type { Db } from "@/lib/core/db";
import { listShares } from "@/lib/sharing/queries";
import type { Reader } from "@/lib/sharing/rules";

export type Wording = { number: number; text: string; at: Date };
export type Intention = { id: string; version: number; text: string; wordings: Wording[] };

/** A session's intention with every wording that may be seen, the newest first. */
export async function findIntention(db: Db, sessionId: string): Promise<Intention | null> {
  const intention = await db.intention.findUnique({
    where: { sessionId },
    select: {
      id: true,
      version: true,
      wordings: { select: { number: true, text: true, at: true }, orderBy: { number: "desc" } },
    },
  });
  const newest = intention?.wordings[0];
  return intention && newest ? { ...intention, text: newest.text } : null;
}

type Session = Parameters<typeof isLetIn>[1] & { intention: { id: string } | null };
export type Readers = { readers: Reader[]; companions: { id: string; name: string }[] };

/** By the session's id, for its patient: who reads its intention now, and which companions are let into the session. */
export async function listReaders(db: Db, patientId: string, sessions: Session[]): Promise<Map<string, Readers>> {
  const grants = await listLiveGrants(db, patientId);
  const grantDays = await findGrantDays(db);
  const shares = await listShares(
    db,
    sessions.flatMap(({ intention }) => intention?.id ?? []),
  );
  return new Map(
    sessions.map((session) => {
      const letIn = grants.filter((grant) => isLetIn(grant, session, grantDays, now()));
      const companions = new Map(letIn.map(({ companionId, companionName }) => [companionId, companionName]));
      const readers = shares.filter(
        ({ subjectId, companionId }) =>
          subjectId === session.intention?.id && (companionId === null || companions.has(companionId)),
      );
      return [session.id, { readers, companions: [...companions].map(([id, name]) => ({ id, name })) }];
    }),
  );
}

/** These intentions in their newest wording, each with its session, as far as the one who asks may see them. */
export async function listIntentionsByIds(db: Db, ids: string[]) {
  const rows = await db.intention.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      sessionId: true,
      session: { select: { kind: true, startsAt: true } },
      wordings: { select: { text: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  return rows.flatMap(({ wordings: [newest], ...row }) => (newest ? [{ ...row, text: newest.text }] : []));
}
