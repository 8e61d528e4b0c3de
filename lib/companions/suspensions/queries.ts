import { findGrant, listGrants } from "@/lib/companions/grants/queries";
import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";

/** Whose record a companion's access belongs to, or null where this person may not see it. */
export async function findGrantedPatient(db: Db, grantId: string): Promise<string | null> {
  if (!isId(grantId)) return null;
  const grant = await db.companionGrant.findUnique({ where: { id: grantId }, select: { patientId: true } });
  return grant?.patientId ?? null;
}

/** A companion's access as the care team sees it: its dates, its sessions, and each pause with its reason, the newest first. */
export async function findGrantForTeam(db: Db, grantId: string) {
  const grant = await findGrant(db, grantId);
  if (!grant) return null;
  const { welcome: _, ...bounds } = grant;
  return { ...bounds, pauses: await listPauses(db, grantId) };
}

async function listPauses(db: Db, grantId: string) {
  const rows = await db.suspension.findMany({
    where: { grantId },
    orderBy: { at: "desc" },
    select: { id: true, at: true, byId: true, reasonSealed: true, liftedAt: true, liftedById: true },
  });
  const ids = rows.flatMap(({ byId, liftedById }) => [byId, ...(liftedById ? [liftedById] : [])]);
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return Promise.all(
    rows.map(async ({ id, at, byId, reasonSealed, liftedAt, liftedById }) => ({
      id,
      at,
      by: names.get(byId) ?? "",
      reason: await unseal(db, id, reasonSealed),
      liftedAt,
      liftedBy: names.get(liftedById ?? "") ?? "",
    })),
  );
}

/** A patient's companions whose access is paused now, for the care team. */
export const listPaused = async (db: Db, patientId: string) =>
  (await listGrants(db, patientId)).filter(({ state }) => state === "paused");
