import type { Metadata } from "next";
import { EntryCard } from "@/components/journal/entry-card";
import { SharingPanel } from "@/components/shared/sharing-panel";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { formatDate } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { neighbours, placeIn } from "@/lib/core/pages";
import type { Entry } from "@/lib/journal/queries";
import { listDoseTimes } from "@/lib/path/queries";
import { findThread, listPlaces } from "@/lib/threads/queries";
import { dosesBy, placesWords, spanWords, threadKinds } from "@/lib/threads/rules";

export const metadata: Metadata = { title: "What returns" };

export default async function ThreadPage({ params, searchParams }: PageProps<"/my/threads/[threadId]">) {
  const actor = await requireActor("patient");
  const { threadId } = await params;
  const place = placeIn(await searchParams);
  const { thread, page, doses } = await orNotFound(
    read(actor, async (db) => {
      const thread = await findThread(db, actor.personId, threadId);
      if (!thread) return null;
      const doses = (await listDoseTimes(db, actor.personId)).map(({ at }) => at);
      return { thread, doses, page: await listPlaces(db, thread.id, place) };
    }),
  );
  const span = spanWords(thread, doses);
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "What returns", href: "/my/threads" }, { label: thread.name }]}
        eyebrow={threadKinds[thread.kind].one}
        title={thread.name}
        intro={[placesWords(thread.places), span].filter(Boolean).join(", ")}
      />
      {stretchesOf(page.rows, doses).map(({ after, entries }) => (
        <section key={after} aria-labelledby={`after-${after}`} className="stack gap-3">
          <h2 id={`after-${after}`} className="thread-part">
            {heading(after, doses, actor.timeZone)}
          </h2>
          {entries.map((entry) => (
            <EntryCard
              key={entry.id}
              entry={entry}
              zone={actor.timeZone}
              href={`/my/journal/${entry.id}`}
              show="datetime"
            />
          ))}
        </section>
      ))}
      <SharingPanel actor={actor} subject="thread" subjectId={thread.id} />
      <Pager words={["Earlier", "Later"]} {...neighbours(`/my/threads/${thread.id}`, {}, page)} />
    </Stack>
  );
}

/** Pages in time order under the number of doses that lay behind them. */
function stretchesOf(rows: Entry[], doses: Date[]): { after: number; entries: Entry[] }[] {
  const parts = [...new Set(rows.map(({ at }) => dosesBy(at, doses)))];
  return parts.map((after) => ({ after, entries: rows.filter(({ at }) => dosesBy(at, doses) === after) }));
}

function heading(after: number, doses: Date[], zone: string): string {
  const dose = doses[after - 1];
  if (dose) return `After session ${after}, ${formatDate(dose, zone)}`;
  return doses.length > 0 ? "Before the first session" : "So far";
}
