import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { write } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { DeliverInput, OpenDrawerInput } from "./schema";

/**
 * Lines that had not been sent when a companion's access ended. The database takes those that the patient wanted to have, for the patient
 * alone, and lets go of the rest. Returns how many were taken. Whose they are is not in the log: the companion has no part in the record now.
 */
export function deliver(actor: Actor, { sessionId, lines }: DeliverInput): Promise<number> {
  return write(actor, "drawer.deliver", async (db, audit) => {
    let kept = 0;
    for (const { id, at, text } of lines.filter(({ text }) => text !== "")) {
      const sealed = await seal(db, actor.clinicId, id, text);
      const [row] = await db.$queryRaw<{ taken: boolean }[]>`
        select deliver_to_drawer(${id}::uuid, ${sessionId}::uuid, ${at}::timestamptz, ${sealed}, ${now()}::timestamptz) as taken`;
      if (row?.taken) kept += 1;
    }
    audit({ detail: { taken: kept } });
    return kept;
  });
}

/** The patient opens what arrived of one companion and one session. Kept is when that was first. */
export function openDrawer(actor: Actor, { grantId, sessionId }: OpenDrawerInput) {
  return write(actor, "drawer.open", async (db, audit) => {
    const { count } = await db.drawerLine.updateMany({
      where: { grantId, sessionId, openedAt: null },
      data: { openedAt: now() },
    });
    if (count === 0) throw new DomainError("not-found", "There is nothing here to open, or it is open already.");
    audit({ patientId: actor.personId, subject: "session", subjectId: sessionId });
    return sessionId;
  });
}
