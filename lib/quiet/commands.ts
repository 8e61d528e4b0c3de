import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { write } from "@/lib/core/db";

/** Quiet mode was left by hand: it does not come by itself again before the next dose. */
export function leaveQuiet(actor: Actor): Promise<void> {
  return write(actor, "fit.change", async (db, audit) => {
    const { clinicId, personId: patientId } = actor;
    const quietLeftAt = now();
    await db.fit.createMany({ data: { patientId, clinicId, quietLeftAt }, skipDuplicates: true });
    await db.fit.updateMany({
      where: { patientId, OR: [{ quietLeftAt: null }, { quietLeftAt: { lt: quietLeftAt } }] },
      data: { quietLeftAt },
    });
    audit({ patientId, subject: "quiet" });
  });
}
