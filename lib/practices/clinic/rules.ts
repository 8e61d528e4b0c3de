import type { Practice } from "../rules";
import { type PracticeWords, practiceWords } from "../schema";

/** What the clinic keeps about one practice. Words that cannot be read stand for "the portal's". */
export type ClinicRow = {
  slug: string;
  family: Practice["family"];
  content: unknown;
  hiddenAt: Date | null;
  version: number;
};

/** A practice as the clinic offers it. */
export type Offered = Practice & {
  /** One that the clinic added. */
  added: boolean;
  /** The portal's, in the clinic's words. */
  reworded: boolean;
  hiddenAt: Date | null;
  /** 0 when the clinic has said nothing about it. */
  version: number;
};

export const isAdded = (slug: string): boolean => slug.startsWith("clinic-");

/** The portal's practices with the clinic's words in place, then the clinic's own. What is hidden is among them. */
export function offerOf(garden: readonly Practice[], rows: ClinicRow[]): Offered[] {
  const said = new Map(rows.map((row) => [row.slug, row]));
  const portal = garden.map((practice) => inWordsOf(practice, said.get(practice.slug)));
  const added = rows.filter(({ slug }) => isAdded(slug)).flatMap((row) => ownOf(row) ?? []);
  return [...portal, ...added];
}

function inWordsOf(practice: Practice, row: ClinicRow | undefined): Offered {
  const words = row && wordsOf(row);
  const kept = { hiddenAt: row?.hiddenAt ?? null, version: row?.version ?? 0, added: false };
  if (!words) return { ...practice, ...kept, reworded: false };
  return { ...words, slug: practice.slug, family: row.family, ...kept, reworded: true };
}

function ownOf(row: ClinicRow): Offered | null {
  const words = wordsOf(row);
  const { slug, family, hiddenAt, version } = row;
  return words && { ...words, slug, family, hiddenAt, version, added: true, reworded: false };
}

const wordsOf = ({ content }: ClinicRow): PracticeWords | null => practiceWords.safeParse(content).data ?? null;
