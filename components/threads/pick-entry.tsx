import type { ReactNode } from "react";
import { EntryCard } from "@/components/journal/entry-card";
import { OwnSearch } from "@/components/journal/own-search";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { neighbours, type Page } from "@/lib/core/pages";
import type { Entry } from "@/lib/journal/queries";

type Props = {
  page: Page<Entry>;
  zone: string;
  path: string;
  /** What the address carries along, the search among it. */
  kept: Record<string, string | undefined>;
  search: string;
  /** What can be done with one of them. */
  pick: (entry: Entry) => ReactNode;
};

/** A patient's own pages to choose one from, found by their words or turned through. */
export function PickEntry({ page, zone, path, kept, search, pick }: Props) {
  return (
    <>
      <OwnSearch place={path} kept={kept} defaultValue={search} />
      {page.rows.length === 0 && (
        <Empty
          title={search ? "No page has these words" : "There is no other page yet"}
          text={search ? "Other words, or none, show more." : "When there are more pages, they can be chosen here."}
        />
      )}
      <div className="stack">
        {page.rows.map((entry) => (
          <EntryCard
            key={entry.id}
            entry={entry}
            zone={zone}
            href={`/my/journal/${entry.id}`}
            level={2}
            show="datetime"
            aside={pick(entry)}
          />
        ))}
      </div>
      <Pager {...neighbours(path, { found: search && "1", ...kept }, page)} />
    </>
  );
}
