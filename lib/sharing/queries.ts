import { listLiveGrants } from "@/lib/companions/grants/queries";
import type { Db } from "@/lib/core/db";
import type { Reader } from "./rules";

export type Shared = Reader & { subjectId: string; sharedAt: Date };

/** The live shares of these entries, as far as the one who asks may see them: patients all of theirs, others their own. */
export async function listShares(db: Db, subjectIds: string[]): Promise<Shared[]> {
  const shares = await db.share.findMany({
    where: { subjectId: { in: subjectIds }, takenBackAt: null },
    select: { subjectId: true, audience: true, companionId: true, sharedAt: true },
    orderBy: [{ sharedAt: "asc" }, { id: "asc" }],
  });
  const companions = await db.person.findMany({
    where: { id: { in: shares.flatMap(({ companionId }) => companionId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(companions.map(({ id, name }) => [id, name]));
  return shares.map((share) => ({ ...share, companionName: names.get(share.companionId ?? "") ?? null }));
}

/** Who reads one entry, and the companions who could. What `ShareControl` and `ShareTag` need. */
export type Audience = { readers: Reader[]; companions: { id: string; name: string }[] };

/** For its patient, by the entry's id: who reads each of these entries now. A companion whose access is over is not among them. */
export async function listAudiences(
  db: Db,
  patientId: string,
  subjectIds: string[],
): Promise<(id: string) => Audience> {
  const grants = await listLiveGrants(db, patientId);
  const companions = [...new Map(grants.map(({ companionId, companionName }) => [companionId, companionName]))].map(
    ([id, name]) => ({ id, name }),
  );
  const live = new Set(companions.map(({ id }) => id));
  const shares = (await listShares(db, subjectIds)).filter(({ companionId }) => !companionId || live.has(companionId));
  return (id) => ({ readers: shares.filter(({ subjectId }) => subjectId === id), companions });
}
