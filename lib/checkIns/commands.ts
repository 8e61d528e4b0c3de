import type { Actor } from "@/lib/core/actor";
import { dayOf, now } from "@/lib/core/clock";
import { seal } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { findFit } from "@/lib/fit/queries";
import { addShares } from "@/lib/sharing/commands";
import { dateOf, findCheckIn } from "./queries";
import { checkInValues, reasonNotToKeep } from "./rules";
import type { CheckInInput } from "./schema";

/**
 * Keeps how a day is: today in the patient's zone, or the day for which the page was opened. A second one changes the first. Where check-ins
 * go to the care team as they are made, a new one is shared in the same write.
 * @throws DomainError `conflict` with the answers kept meanwhile when they were changed elsewhere.
 */
export function keepCheckIn(actor: Actor, input: CheckInInput) {
  return write(actor, "checkIn.keep", async (db, audit) => {
    const today = dayOf(now(), actor.timeZone);
    const day = input.day ?? today;
    const reason = reasonNotToKeep(input, day, today);
    if (reason) throw new DomainError("conflict", reason);
    const isNew = input.version === 0;
    const id = isNew ? await begin(db, actor, day, input) : await change(db, actor, day, input);
    const shares = isNew && (await findFit(db, actor.personId)).sharesCheckIns;
    if (shares) await addShares(db, actor, [{ subject: "checkIn", subjectId: id, audience: "careTeam" }]);
    audit({ patientId: actor.personId, subject: "checkIn", subjectId: id, detail: { shared: shares } });
    return id;
  });
}

async function begin(db: Db, actor: Actor, day: string, input: CheckInInput): Promise<string> {
  const { clinicId, personId: patientId } = actor;
  const id = newId();
  const { count } = await db.checkIn.createMany({
    data: { id, clinicId, patientId, day: dateOf(day), ...(await answers(db, actor, id, input)) },
    skipDuplicates: true,
  });
  if (count === 0) throw await changedElsewhere(db, actor, day);
  return id;
}

async function change(db: Db, actor: Actor, day: string, input: CheckInInput): Promise<string> {
  const { id } = found(await findCheckIn(db, actor.personId, day));
  const { count } = await db.checkIn.updateMany({
    where: { id, version: input.version },
    data: { ...(await answers(db, actor, id, input)), version: { increment: 1 } },
  });
  if (count === 0) throw await changedElsewhere(db, actor, day);
  return id;
}

async function answers(db: Db, actor: Actor, id: string, { day: _, version: __, word, ...given }: CheckInInput) {
  return { ...given, at: now(), wordSealed: word ? await seal(db, actor.clinicId, id, word) : null };
}

async function changedElsewhere(db: Db, actor: Actor, day: string) {
  const current = checkInValues(found(await findCheckIn(db, actor.personId, day)));
  const message = "You kept this day somewhere else in the meantime. Both are here; keep the one you want.";
  return new DomainError("conflict", message, { current });
}
