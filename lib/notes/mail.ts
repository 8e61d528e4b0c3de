import type { Db } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { queueMail } from "@/lib/core/mail";

/** Tells a patient that something waits for them, in the caller's transaction. It says neither what nor from whom. */
export async function tellOfSomethingNew(db: Db, patientId: string): Promise<void> {
  const patient = await db.person.findUnique({
    where: { id: patientId },
    select: { clinicId: true, deactivatedAt: true, contact: { select: { email: true } } },
  });
  if (!patient?.contact || patient.deactivatedAt) return;
  await queueMail(db, {
    clinicId: patient.clinicId,
    to: patient.contact.email,
    subject: "You have something new",
    text: `You have something new. It is there for you whenever you like:\n\n${env().APP_ORIGIN}/my\n\nThere is no hurry.\n`,
  });
}
