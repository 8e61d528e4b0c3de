import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import type { FeltSense } from "@/prisma/generated/enums";
import { listNames } from "../queries";
import { restSlug } from "../rules";
import { findLog } from "./queries";
import type { LogWordsInput } from "./schema";

export type LogInput = { slug: string; minutes?: number; before?: FeltSense; after?: FeltSense; at?: Date };

/**
 * Notes that somebody practised or rested (`restSlug`). Everything but the practice is optional; `at` is now unless it is said.
 * @throws DomainError `not-found` where the patient has no such practice, `invalid` for a time that has not come.
 */
export const logPractice = (actor: Actor, { slug, minutes, before, after, at = now() }: LogInput) =>
  write(actor, "practice.log", async (db, audit) => {
    const { clinicId, personId: patientId } = actor;
    if (slug !== restSlug) found((await listNames(db, patientId, [slug]))(slug).here || null);
    if (at.getTime() > now().getTime() + 60_000)
      throw new DomainError("invalid", "Choose a time that has been", { field: "at" });
    const id = newId();
    await db.practiceLog.createMany({ data: { id, clinicId, patientId, slug, minutes, before, after, at } });
    audit(about(actor, id));
    return id;
  });

/** Adds to what was noted how it felt and how long it was, or changes it. */
export const rewordLog = (actor: Actor, { logId, before, after, minutes }: LogWordsInput) =>
  write(actor, "practice.log", async (db, audit) => {
    const { count } = await db.practiceLog.updateMany({
      where: { id: logId, patientId: actor.personId, removedAt: null },
      data: { before: before ?? null, after: after ?? null, minutes: minutes ?? null },
    });
    found(count === 1 || null);
    audit(about(actor, logId));
    return logId;
  });

/** Takes one time out of the log. */
export const unlogPractice = (actor: Actor, { logId }: { logId: string }) =>
  write(actor, "practice.unlog", async (db, audit) => {
    found(await findLog(db, actor.personId, logId));
    await db.practiceLog.updateMany({ where: { id: logId, removedAt: null }, data: { removedAt: now() } });
    audit(about(actor, logId));
    return logId;
  });

const about = (actor: Actor, id: string) => ({
  patientId: actor.personId,
  subject: "practiceLog",
  subjectId: id,
});
