import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { formatDate } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { listDoseTimes } from "@/lib/path/queries";
import { listThreads, type Thread } from "@/lib/threads/queries";
import { placesWords, spanWords, threadKindKeys, threadKinds } from "@/lib/threads/rules";

export const metadata: Metadata = { title: "What returns" };

export default async function ThreadsPage() {
  const actor = await requireActor("patient");
  const { threads, doses } = await read(actor, async (db) => ({
    threads: await listThreads(db, actor.personId),
    doses: (await listDoseTimes(db, actor.personId)).map(({ at }) => at),
  }));
  const kinds = threadKindKeys.filter((kind) => threads.some((thread) => thread.kind === kind));
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Your path", href: "/my/path" }, { label: "What returns" }]}
        title="What returns"
        intro="Images, feelings, sensations, beliefs and patterns that you named on your pages, with their every place. What they mean is yours to say, or to leave open."
      />
      {threads.length === 0 && (
        <Empty
          title="Nothing is named yet"
          text="On any page of your journal you can name an image or a feeling. When it comes again, its places lie here together."
          action={<Button href="/my/journal">Open the journal</Button>}
        />
      )}
      {kinds.map((kind) => (
        <Card key={kind} title={threadKinds[kind].many}>
          <ul className="list">
            {threads
              .filter((thread) => thread.kind === kind)
              .map((thread) => (
                <Line key={thread.id} thread={thread} doses={doses} zone={actor.timeZone} />
              ))}
          </ul>
        </Card>
      ))}
    </Stack>
  );
}

function Line({ thread, doses, zone }: { thread: Thread; doses: Date[]; zone: string }) {
  const { id, name, places } = thread;
  return (
    <li className="thread-line">
      <strong className="words small">{name}</strong>
      <span className="small soft">
        {[spanWords(thread, doses), datesWords(thread, zone)].filter(Boolean).join(" · ")}
      </span>
      <Link href={`/my/threads/${id}`}>
        {placesWords(places)}
        <span className="sr-only">: {name}</span>
      </Link>
    </li>
  );
}

/** "3 October 2026 to 19 November 2026" */
const datesWords = ({ first, last }: Thread, zone: string) =>
  [...new Set([first, last].map((at) => formatDate(at, zone)))].join(" to ");
