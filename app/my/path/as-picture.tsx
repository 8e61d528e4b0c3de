import { PathPicture } from "@/components/path/picture";
import { PointCard } from "@/components/path/point-card";
import { Stretches } from "@/components/path/stretches";
import { ThenAndNow } from "@/components/path/then-and-now";
import { Returns } from "@/components/threads/returns";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Columns, Stack } from "@/components/ui/stack";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, read } from "@/lib/core/db";
import { countStretches, findExtent, listGroups, listPathSessions } from "@/lib/path/picture/queries";
import { pathWords, pointNow, stretchesOf } from "@/lib/path/rules";
import { listThreads } from "@/lib/threads/queries";
import { chosenIn, type Query, thenAndNow } from "./then-now";

const load = async (db: Db, actor: Actor, query: Query) => {
  const at = now();
  const { first, pages } = await findExtent(db, actor.personId);
  const sessions = await listPathSessions(db, actor.personId);
  const doses = sessions.filter(({ kind, state }) => kind === "dosing" && state === "completed");
  const chosen = chosenIn(query);
  return {
    ...{ at, first, pages, sessions, doses, chosen },
    groups: first ? await listGroups(db, actor.personId, first, at) : [],
    stretches: await countStretches(db, actor.personId, stretchesOf(doses, at)),
    sides: await thenAndNow(db, actor, chosen),
    threads: await listThreads(db, actor.personId),
  };
};

/** The path as a picture, with what lies at each point beneath it. */
export async function AsPicture({ actor, query }: { actor: Actor; query: Query }) {
  const path = await read(actor, (db) => load(db, actor, query));
  const { at, first, pages, sessions, doses, sides } = path;
  const zone = actor.timeZone;
  const last = doses.at(-1);
  const point = last && pointNow(last.at, at);
  return (
    <Stack gap="large">
      <PageHeader
        title="Your path"
        intro={pathWords({ first, at, doses: doses.length, pages })}
        actions={
          <>
            <Button variant="quiet" href="/my/path?view=list">
              As a list
            </Button>
            <Button variant="quiet" href="/my/book">
              My book
            </Button>
          </>
        }
      />
      {first || sessions.length > 0 ? (
        <Card>
          <PathPicture sessions={sessions} groups={path.groups} first={first ?? at} today={at} zone={zone} />
        </Card>
      ) : (
        <Nothing />
      )}
      {(sides || path.threads.length > 0) && (
        <Columns>
          {sides ? <ThenAndNow sides={sides} zone={zone} chosen={path.chosen} /> : <div />}
          <Returns threads={path.threads} doses={doses.map(({ at }) => at)} zone={zone} />
        </Columns>
      )}
      {last && point && <PointCard point={point} intention={last.intention} />}
      {first && (
        <section aria-labelledby="points" className="stack gap-6">
          <h2 id="points">From session to session</h2>
          <Stretches sessions={sessions} stretches={path.stretches} today={at} zone={zone} />
        </section>
      )}
    </Stack>
  );
}

const Nothing = () => (
  <Empty
    title="Your path begins with the first thing you keep"
    text="Words, practices and sessions will lie here in the order of your days."
    action={<Button href="/my/journal/new">Write a first page</Button>}
  />
);
