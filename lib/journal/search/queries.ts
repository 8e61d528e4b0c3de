import type { Db } from "@/lib/core/db";
import { kindNames, kinds, patientPageOf } from "@/lib/core/kinds";
import { hasWords, wordsIn } from "./rules";

/** Something besides the journal's pages in which a patient's searched words stand. */
export type Hit = { id: string; title: string; what: string; href: string };

const most = 20;

/** What of a patient's own, besides the pages of their journal, holds words that begin with those searched for: twenty at most. */
export async function findElsewhere(db: Db, patientId: string, search: string): Promise<Hit[]> {
  const searched = wordsIn(search);
  const hits: Hit[] = [];
  if (searched.length === 0) return hits;
  for (const name of kindNames) {
    const { find, words } = kinds[name];
    const found = (await find?.(db, patientId, (text) => hasWords(text, searched))) ?? [];
    hits.push(
      ...found.map((one) => ({ id: one.id, title: one.title, what: words.title, href: patientPageOf(name, one) })),
    );
  }
  return hits.slice(0, most);
}
