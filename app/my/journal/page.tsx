import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { EntryCard } from "@/components/journal/entry-card";
import { OwnSearch } from "@/components/journal/own-search";
import { ShareTag } from "@/components/sharing/share-tag";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stack } from "@/components/ui/stack";
import { type Actor, requireActor } from "@/lib/core/actor";
import { dayBounds, dayOf, formatDate, formatDay, now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { neighbours, type Page, type Place, placeIn } from "@/lib/core/pages";
import { searchIn } from "@/lib/core/searches";
import { findFit } from "@/lib/fit/queries";
import {
  type Entry,
  type EntryFilter,
  listEntries,
  listOpenedLetters,
  listWaitingLetters,
} from "@/lib/journal/queries";
import { kindKeys, kindWords, waitingWords } from "@/lib/journal/rules";
import { journalQuery } from "@/lib/journal/schema";
import { findElsewhere, type Hit } from "@/lib/journal/search/queries";
import { type Audience, listAudiences } from "@/lib/sharing/queries";
import { KindLinks } from "./kind-links";

export const metadata: Metadata = { title: "Journal" };

export default async function JournalPage({ searchParams }: PageProps<"/my/journal">) {
  const actor = await requireActor("patient");
  const query = await searchParams;
  const { kind } = journalQuery.parse(query);
  const search = await searchIn(actor, query);
  const place = placeIn(query);
  const { fit, page, letters, waiting, audience, elsewhere } = await load(actor, { search, kind }, place);
  const zone = actor.timeZone;
  const looking = Boolean(search || kind);
  const first = !place.after && !place.before && !looking;
  return (
    <Stack gap="large">
      <PageHeader
        title="Journal"
        intro="Your words, in your own time. At first every page is seen by you alone."
        actions={
          <Button large href="/my/journal/new">
            Write
          </Button>
        }
      />
      {first && <KindLinks few={fit.fewerChoices} />}
      {first && <Letters opened={letters} waiting={waiting} zone={zone} />}
      {(page.rows.length > 0 || !first) && <Search search={search} kind={kind} />}
      <Days page={page} zone={zone} audience={audience} />
      <Elsewhere hits={elsewhere} />
      {page.rows.length === 0 && <Nothing looking={looking} more={Boolean(page.after)} />}
      <Pager {...neighbours("/my/journal", { found: search && "1", kind }, page)} />
      <p>
        <Link href="/my/journal/put-away" className="small">
          What you put away
        </Link>
      </p>
    </Stack>
  );
}

const aWeek = 7 * 24 * 3_600_000;

const load = (actor: Actor, filter: EntryFilter, place: Place) =>
  read(actor, async (db) => {
    const { personId, timeZone } = actor;
    const page = await listEntries(db, personId, filter, place);
    const since = dayBounds(new Date(now().getTime() - aWeek), timeZone).start;
    const isFirst = !place.after && !place.before;
    return {
      page,
      elsewhere: isFirst && filter.search ? await findElsewhere(db, personId, filter.search) : [],
      fit: await findFit(db, personId),
      letters: await listOpenedLetters(db, personId, since),
      waiting: await listWaitingLetters(db),
      audience: await listAudiences(
        db,
        personId,
        page.rows.map(({ id }) => id),
      ),
    };
  });

function Search({ search, kind }: { search: string; kind?: string }) {
  const options = [
    { value: "", label: "Every kind" },
    ...kindKeys.map((key) => ({ value: key, label: kindWords(key) })),
  ];
  return (
    <div className="stack gap-2">
      <OwnSearch place="/my/journal" defaultValue={search}>
        <Field label="Kind" name="kind" as="select" options={options} defaultValue={kind ?? ""} />
      </OwnSearch>
      {(search || kind) && (
        <p>
          <Link href="/my/journal">Show every page again</Link>
        </p>
      )}
    </div>
  );
}

function Elsewhere({ hits }: { hits: Hit[] }) {
  if (hits.length === 0) return null;
  return (
    <Card title="Elsewhere in your space">
      <List>
        {hits.map(({ id, title, what, href }) => (
          <ListItem key={id}>
            <Link href={href} className="words small">
              {title}
            </Link>
            <span className="small soft block">{what}</span>
          </ListItem>
        ))}
      </List>
    </Card>
  );
}

type LettersProps = { opened: Entry[]; waiting: { id: string; sealedUntil: Date }[]; zone: string };

function Letters({ opened, waiting, zone }: LettersProps) {
  if (opened.length === 0 && waiting.length === 0) return null;
  const today = dayOf(now(), zone);
  return (
    <section aria-labelledby="letters" className="journal-day">
      <h2 id="letters">Letters to you</h2>
      {opened.map((letter) => {
        const on = letter.sealedUntil ?? letter.at;
        const when = dayOf(on, zone) === today ? "today" : `on ${formatDay(on, zone)}`;
        return (
          <p key={letter.id} className="letter-line">
            <Mail size={18} strokeWidth={1.6} aria-hidden="true" />
            <Link href={`/my/journal/${letter.id}`}>
              A letter from {formatDate(letter.at, zone)} opened {when}
            </Link>
          </p>
        );
      })}
      {waiting.map(({ id, sealedUntil }) => (
        <p key={id} className="letter-line">
          <Mail size={18} strokeWidth={1.6} aria-hidden="true" />
          {waitingWords(sealedUntil, zone)}
        </p>
      ))}
    </section>
  );
}

type DaysProps = { page: Page<Entry>; zone: string; audience: (id: string) => Audience };

function Days({ page, zone, audience }: DaysProps) {
  const days = new Map<string, Entry[]>();
  for (const entry of page.rows) {
    const day = dayOf(entry.at, zone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, entries]) => (
    <section key={day} aria-labelledby={`day-${day}`} className="journal-day">
      <h2 id={`day-${day}`}>{dayWords(entries[0]?.at ?? now(), zone)}</h2>
      {entries.map((entry) => (
        <EntryCard
          key={entry.id}
          entry={entry}
          zone={zone}
          href={`/my/journal/${entry.id}`}
          aside={<ShareTag readers={audience(entry.id).readers} />}
        />
      ))}
    </section>
  ));
}

/** "Today", "Yesterday", "Thursday 19 November"; another year with its number. */
function dayWords(at: Date, zone: string): string {
  const today = now();
  const day = dayOf(at, zone);
  if (day === dayOf(today, zone)) return "Today";
  if (day === dayOf(new Date(dayBounds(today, zone).start.getTime() - 1), zone)) return "Yesterday";
  return day.slice(0, 4) === dayOf(today, zone).slice(0, 4) ? formatDay(at, zone) : formatDate(at, zone);
}

function Nothing({ looking, more }: { looking: boolean; more: boolean }) {
  if (looking)
    return (
      <Empty
        title={more ? "Nothing so far" : "No page has these words"}
        text="A search finds pages by the words in them: short words as a whole, longer ones by how they begin. Letters that wait are not searched."
      />
    );
  return (
    <Empty
      title="A page for whatever stays with you"
      text="A word is enough. It saves by itself, and nobody reads it unless you share it."
      action={<Button href="/my/journal/new?kind=page">Write a first page</Button>}
    />
  );
}
