import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { newId, write } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { findPractice } from "./queries";
import type { ChoiceInput } from "./schema";

/**
 * Keeps a practice near, or puts it out of one's own sight, or takes either back. What is kept near is in sight again.
 * @throws DomainError `not-found` where the patient has no such practice.
 */
export const choosePractice = (actor: Actor, { slug, choice }: ChoiceInput) =>
  write(actor, "practice.choose", async (db, audit) => {
    const { clinicId, personId: patientId } = actor;
    found(await findPractice(db, patientId, slug));
    const data = {
      favourite: { favouriteAt: now(), hiddenAt: null },
      notFavourite: { favouriteAt: null },
      hide: { favouriteAt: null, hiddenAt: now() },
      show: { hiddenAt: null },
    }[choice];
    await db.practiceChoice.createMany({ data: { id: newId(), clinicId, patientId, slug }, skipDuplicates: true });
    await db.practiceChoice.updateMany({ where: { patientId, slug }, data });
    audit({ patientId, subject: "practice" });
  });
