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
