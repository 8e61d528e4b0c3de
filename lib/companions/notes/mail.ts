import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { type Db, newId } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { enqueue } from "@/lib/core/queue";

/** Tells a patient that something waits, in the caller's transaction. The companion who writes never sees the address. */
export async function tellPatient(db: Db, clinicId: string, patientId: string): Promise<void> {
  const id = newId();
  const text = `You have something new. It is there for you whenever you like:\n\n${env().APP_ORIGIN}/my\n\nThere is no hurry.\n`;
  const sealed = await seal(db, clinicId, id, text);
  await db.$executeRaw`
    select write_to_patient(${id}::uuid, ${patientId}::uuid, ${"You have something new"}, ${sealed}, ${now()}::timestamptz)`;
  await enqueue(db, "mail", { id }, `mail:${id}`);
}
