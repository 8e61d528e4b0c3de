import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { findOffered, listOffered } from "./clinic/queries";
import { findOwn, listOwn, listOwnAmong } from "./own/queries";
import { type Practice, restSlug } from "./rules";

/** A practice as one patient finds it: in the clinic's words, with what they chose about it. */
export type PracticeInGarden = Practice & { favourite: boolean; hidden: boolean; own: boolean };

/** Every practice that a patient can open, hidden ones of theirs among them: the garden's, the clinic's, then their own. */
export async function listPractices(db: Db, patientId: string): Promise<PracticeInGarden[]> {
  const offered = await listOffered(db);
  const own = await listOwn(db, patientId, { putAwayAt: null });
  const chosen = await findChoices(db, patientId);
  return [
    ...offered.filter(({ hiddenAt }) => !hiddenAt).map((practice) => ({ ...bare(practice), own: false })),
    ...own.map((practice) => ({ ...bare(practice), own: true })),
  ].map((practice) => ({ ...practice, ...chosen(practice.slug) }));
}

/** One of them. Null where the clinic hides it, the patient put it away, or there is none of that name. */
export async function findPractice(db: Db, patientId: string, slug: string): Promise<PracticeInGarden | null> {
  const practice = isId(slug) ? await findOwn(db, patientId, slug) : await findOffered(db, slug);
  if (!practice || ("hiddenAt" in practice ? practice.hiddenAt : practice.putAwayAt)) return null;
  return { ...bare(practice), own: isId(slug), ...(await findChoices(db, patientId, slug))(slug) };
}

/** What a practice is called wherever it is named. `here`: it can still be opened. */
export type Name = { title: string; here: boolean };

/**
 * Names for the practices that plans and logs name, hidden and put away ones among them.
 * `unnamed` stands for an own practice that the one who asks may not read.
 */
export async function listNames(
  db: Db,
  patientId: string,
  slugs: string[],
  unnamed = "A practice of one's own",
): Promise<(slug: string) => Name> {
  const offered = await listOffered(db);
  const own = await listOwnAmong(db, patientId, slugs);
  const names = new Map<string, Name>([
    [restSlug, { title: "Rest", here: false }],
    ...offered.map(({ slug, title, hiddenAt }): [string, Name] => [slug, { title, here: !hiddenAt }]),
    ...own.map(({ slug, title, putAwayAt }): [string, Name] => [slug, { title, here: !putAwayAt }]),
  ]);
  return (slug) => names.get(slug) ?? { title: unnamed, here: false };
}

async function findChoices(db: Db, patientId: string, slug?: string) {
  const rows = await db.practiceChoice.findMany({
    where: { patientId, slug },
    select: { slug: true, favouriteAt: true, hiddenAt: true },
  });
  const chosen = new Map(rows.map((row) => [row.slug, row]));
  return (slug: string) => {
    const row = chosen.get(slug);
    return { favourite: Boolean(row?.favouriteAt), hidden: Boolean(row?.hiddenAt) };
  };
}

const bare = ({
  slug,
  family,
  title,
  why,
  steps,
  short,
  longer,
  gentle,
  tooMuch,
  tool,
  helps,
}: Practice): Practice => ({
  ...{ slug, family, title, why, steps, short, longer, gentle, tooMuch, tool, helps },
});
