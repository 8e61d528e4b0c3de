import type { Said } from "@/components/path/then-and-now";
import type { Actor } from "@/lib/core/actor";
import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import { type Entry, listEntriesByIds } from "@/lib/journal/queries";
import { entryTitle, excerptOf } from "@/lib/journal/rules";
import { findFirstAndLatest, type OwnWords } from "@/lib/path/queries";
import type { Sides } from "@/lib/path/rules";

export type Query = Record<string, string | string[] | undefined>;

const idIn = (value: Query[string]) => (typeof value === "string" && isId(value) ? value : undefined);

/** The two pages that an address names. */
export const chosenIn = (query: Query): Sides => ({ before: idIn(query.then), now: idIn(query.now) });

/** What stands side by side: the pages that were chosen, else the first and the latest words. Null while there are not two. */
export async function thenAndNow(db: Db, actor: Actor, chosen: Sides) {
  const { first, latest } = await findFirstAndLatest(db, actor.personId);
  const pages = [first, latest].flatMap((words) => (words?.source === "entry" ? words.id : []));
  const ids = [...pages, chosen.before, chosen.now].filter((id): id is string => Boolean(id));
  const found = (await listEntriesByIds(db, [...new Set(ids)])).filter(({ putAwayAt }) => !putAwayAt);
  const entries = new Map(found.map((entry) => [entry.id, entry]));
  const side = (id: string | undefined, words: OwnWords | undefined) => {
    const entry = entries.get(id ?? "") ?? entries.get(words?.id ?? "");
    return entry ? saidOn(entry, actor.timeZone) : words && saidIn(words);
  };
  const [before, now] = [side(chosen.before, first), side(chosen.now, latest)];
  return before && now && before.id !== now.id ? ([before, now] as [Said, Said]) : null;
}

const saidOn = (entry: Entry, zone: string): Said => ({
  id: entry.id,
  at: entry.at,
  text: entry.text ? excerptOf(entry.text, 140) : entryTitle(entry, zone),
  href: `/my/journal/${entry.id}`,
  label: "Open the page",
});

const saidIn = ({ id, source, ref, at, text }: OwnWords): Said => ({
  ...{ id, at, text },
  href: source === "goal" ? `/my/goals/${ref}` : `/my/sessions/${ref}`,
  label: source === "goal" ? "From your goal" : "From an intention",
});
