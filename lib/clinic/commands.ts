import type { Actor } from "@/lib/core/actor";
import { type Db, write } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { findClinic } from "./queries";
import type { ClinicInput } from "./schema";

/** Stores the clinic's settings, unless somebody else stored others since they were read. */
export function editClinic(actor: Actor, { version, ...settings }: ClinicInput): Promise<string> {
  return write(actor, "clinic.edit", async (db, audit) => {
    const { count } = await db.clinic.updateMany({
      where: { id: actor.clinicId, version },
      data: { ...settings, version: { increment: 1 } },
    });
    if (count === 0) throw await changedMeanwhile(db);
    audit({ subject: "clinic", subjectId: actor.clinicId });
    return actor.clinicId;
  });
}

async function changedMeanwhile(db: Db) {
  const { id, isDemonstration, releaseAtOnce, ...theirs } = await findClinic(db);
  const current = Object.fromEntries(Object.entries(theirs).map(([name, value]) => [name, String(value)]));
  return new DomainError("conflict", "Another admin changed the settings meanwhile. Compare, and save what is right.", {
    current: { ...current, releaseAtOnce: releaseAtOnce ? "yes" : "no" },
  });
}
