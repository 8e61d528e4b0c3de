import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { families } from "../rules";
import { findOwn } from "./queries";
import type { OwnPracticeInput } from "./schema";

/**
 * Keeps a practice in the patient's own words, or changes it. Answers with its id.
 * @throws DomainError `conflict` with the words kept meanwhile when it was changed elsewhere.
 */
export function writeOwnPractice(actor: Actor, { practiceId, ...input }: OwnPracticeInput) {
  return write(actor, "practice.write", async (db, audit) => {
    const id = practiceId ?? newId();
    if (practiceId) await change(db, actor, practiceId, input);
    else await add(db, actor, id, input);
    audit(about(actor, id));
    return id;
  });
}

/** Puts an own practice away, or brings it back. It is kept, and what names it keeps its title. */
export function putAwayOwnPractice(actor: Actor, { practiceId, away }: { practiceId: string; away: "yes" | "no" }) {
  return write(actor, "practice.write", async (db, audit) => {
    found(await findOwn(db, actor.personId, practiceId));
    const [from, to] = away === "yes" ? [null, now()] : [{ not: null }, null];
    await db.ownPractice.updateMany({ where: { id: practiceId, putAwayAt: from }, data: { putAwayAt: to } });
    audit({ ...about(actor, practiceId), detail: { away: away === "yes" } });
    return practiceId;
  });
}

type Words = Omit<OwnPracticeInput, "practiceId">;

async function add(db: Db, actor: Actor, id: string, { family, version: _, ...words }: Words) {
  const { clinicId, personId: patientId } = actor;
  const sealed = await seal(db, clinicId, id, JSON.stringify(words));
  await db.ownPractice.createMany({ data: { id, clinicId, patientId, family, sealed, createdAt: now() } });
}

async function change(db: Db, actor: Actor, id: string, { family, version, ...words }: Words) {
  const sealed = await seal(db, actor.clinicId, id, JSON.stringify(words));
  const { count } = await db.ownPractice.updateMany({
    where: { id, version },
    data: { family, sealed, version: { increment: 1 } },
  });
  if (count === 1) return;
  const kept = found(await findOwn(db, actor.personId, id));
  const { title, why, steps, short, gentle, tooMuch } = kept;
  throw new DomainError("conflict", "You changed this practice somewhere else in the meantime. Both texts are here.", {
    current: {
      ...{ title, why, short, gentle, tooMuch },
      ...(kept.family !== family && { family: families[kept.family].name }),
      steps: steps.join("\n"),
      version: String(kept.version),
    },
  });
}

const about = (actor: Actor, id: string) => ({
  patientId: actor.personId,
  subject: "ownPractice",
  subjectId: id,
});
