import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { families } from "../rules";
import { findOffered } from "./queries";
import type { Offered } from "./rules";
import type { ClinicPracticeInput } from "./schema";

/**
 * Keeps a practice in the clinic's words: a new one, or the clinic's words for one that there is. Answers with its slug.
 * @throws DomainError `conflict` with the words kept meanwhile when a colleague changed them.
 */
export async function writeClinicPractice(
  actor: Actor,
  { slug: named, version, family, ...content }: ClinicPracticeInput,
): Promise<string> {
  const id = await write(actor, "clinicPractice.write", async (db, audit) => {
    const rowId = newId();
    if (named) found(await findOffered(db, named));
    await keep(db, actor, { id: rowId, slug: named ?? slugOf(rowId), version, family, content });
    audit({ subject: "clinicPractice" });
    return rowId;
  });
  return named ?? slugOf(id);
}

/** The portal's own words again, for one of its practices. */
export function takeBackWords(actor: Actor, { slug, version }: { slug: string; version: number }) {
  return write(actor, "clinicPractice.write", async (db, audit) => {
    const practice = found(await findOffered(db, slug));
    if (practice.added) throw new DomainError("refused", "This practice is your clinic's own.");
    await keep(db, actor, { id: newId(), slug, version, content: {} });
    audit({ subject: "clinicPractice" });
  });
}

/** Hides a practice from the clinic's patients, or shows it again. What names it already keeps its title. */
export function hideClinicPractice(actor: Actor, { slug, hidden }: { slug: string; hidden: "yes" | "no" }) {
  return write(actor, "clinicPractice.hide", async (db, audit) => {
    const { family, version } = found(await findOffered(db, slug));
    const hiddenAt = hidden === "yes" ? now() : null;
    const by = { byId: actor.personId, updatedAt: now(), hiddenAt };
    if (version === 0) {
      const row = { id: newId(), clinicId: actor.clinicId, slug, family, content: {}, ...by };
      await db.clinicPractice.createMany({ data: row, skipDuplicates: true });
    }
    const other = hiddenAt ? null : { not: null };
    await db.clinicPractice.updateMany({ where: { slug, hiddenAt: other }, data: by });
    audit({ subject: "clinicPractice", detail: { hidden: hidden === "yes" } });
  });
}

const slugOf = (id: string) => `clinic-${id}`;

type Kept = { id: string; slug: string; version: number; family?: Offered["family"]; content: object };

async function keep(db: Db, actor: Actor, { id, slug, version, family, content }: Kept) {
  const by = { byId: actor.personId, updatedAt: now() };
  if (version === 0 && family) {
    const row = { id, clinicId: actor.clinicId, slug, family, content, ...by };
    const { count } = await db.clinicPractice.createMany({ data: row, skipDuplicates: true });
    if (count === 1) return;
  }
  const { count } = await db.clinicPractice.updateMany({
    where: { slug, version },
    data: { ...(family && { family }), content, version: { increment: 1 }, ...by },
  });
  if (count === 0) throw conflict(found(await findOffered(db, slug)), family);
}

function conflict(kept: Offered, family?: Offered["family"]) {
  const { title, why, steps, short, longer, gentle, tooMuch, version } = kept;
  const moved = family !== kept.family && { family: families[kept.family].name };
  const current = { title, why, short, longer, gentle, tooMuch, steps: steps.join("\n"), ...moved };
  return new DomainError("conflict", "A colleague changed this practice in the meantime. Both texts are here.", {
    current: { ...current, version: String(version) },
  });
}
