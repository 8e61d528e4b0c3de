import type { Db } from "@/lib/core/db";
import { type Fit, firstFit } from "./rules";

/** How the portal fits a patient: what they chose, or what everybody has at first. */
export async function findFit(db: Db, patientId: string): Promise<Fit> {
  return (await db.fit.findUnique({ where: { patientId }, omit: { patientId: true, clinicId: true } })) ?? firstFit;
}
