import { listLiveGrants } from "@/lib/companions/grants/queries";
import type { Db } from "@/lib/core/db";

/** Whom a patient can turn to besides the lines that everybody has: the clinic's number, and companions by name. */
export async function findPeopleToCall(db: Db, patientId: string) {
  const clinic = await db.clinic.findFirst({ select: { name: true, phone: true } });
  const grants = await listLiveGrants(db, patientId);
  const companions = [...new Set(grants.map(({ companionName }) => companionName))];
  return { clinic: clinic?.phone ? clinic : null, companions };
}
