import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { List } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { dayOf, formatDate } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { neighbours, placeIn } from "@/lib/core/pages";
import { listOpenings, type Opening } from "@/lib/records/queries";
import { openingWords } from "@/lib/records/rules";

export const metadata: Metadata = { title: "Who opened what" };

export default async function OpenedPage({ searchParams }: PageProps<"/my/opened">) {
  const actor = await requireActor("patient");
  const place = placeIn(await searchParams);
  const page = await read(actor, (db) => listOpenings(db, actor.personId, place));
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "More", href: "/my/more" }, { label: "Who opened what" }]}
        title="Who opened what"
        intro="Whoever opens or changes something of yours leaves a line here. Nobody can remove one."
      />
      {page.rows.length === 0 && (
        <Empty title="Nobody so far" text="When somebody opens something of yours, it is shown here with its time." />
      )}
      {byDay(page.rows, actor.timeZone).map(([day, openings]) => (
        <Card key={day} title={openings[0] && formatDate(openings[0].at, actor.timeZone)}>
          <List>
            {openings.map((opening) => (
              <Line key={opening.id} opening={opening} zone={actor.timeZone} />
            ))}
          </List>
        </Card>
      ))}
      <Pager {...neighbours("/my/opened", {}, page)} />
    </Stack>
  );
}

function Line({ opening: { at, by, verb, sessionAt }, zone }: { opening: Opening; zone: string }) {
  return (
    <li>
      <span>
        <strong>{by}</strong> {openingWords(verb, sessionAt && formatDate(sessionAt, zone))}
      </span>
      <span className="soft">
        <Time at={at} zone={zone} show="time" />
      </span>
    </li>
  );
}

function byDay(openings: Opening[], zone: string): [string, Opening[]][] {
  const days = new Map<string, Opening[]>();
  for (const opening of openings) {
    const day = dayOf(opening.at, zone);
    days.set(day, [...(days.get(day) ?? []), opening]);
  }
  return [...days];
}
