import type { Metadata } from "next";
import { ShareTag } from "@/components/sharing/share-tag";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { listCheckIns, listDoses } from "@/lib/checkIns/queries";
import { type CheckIn, checkInLines, curvesOf, daysOf, spanOf, spans } from "@/lib/checkIns/rules";
import { type Actor, requireActor } from "@/lib/core/actor";
import { dayOf, fromLocal, now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";
import { type Audience, listAudiences } from "@/lib/sharing/queries";
import { Curves } from "./curves";
import { longDay } from "./days";
import { CheckInTable } from "./table";

export const metadata: Metadata = { title: "Check-ins" };

/** How many days are read as sentences. All of them stand in the table. */
const latest = 7;
/** How many pictures are open at first. */
const most = 5;

export default async function CheckInsPage({ searchParams }: PageProps<"/my/check-ins">) {
  const actor = await requireActor("patient");
  const weeks = spanOf((await searchParams).weeks);
  const days = daysOf(weeks, dayOf(now(), actor.timeZone));
  const { checkIns, doses, fit, audienceOf } = await findPage(actor, days);
  const curves = curvesOf(checkIns);
  const today = checkIns[0]?.day === days.to;
  const keep = <Button href="/my/check-ins/new">{today ? "Change today’s" : "How is it today?"}</Button>;
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "More", href: "/my/more" }, { label: "Check-ins" }]}
        title="How it has been"
        intro="Days as you kept them, with your dosing sessions laid over. Days in between stay open."
        actions={checkIns.length > 0 && keep}
      />
      <Spans weeks={weeks} />
      {checkIns.length === 0 && (
        <Empty
          title="Nothing is kept in these weeks"
          text="A check-in takes less than half a minute. A mood, an hour of sleep or one word is enough."
          action={keep}
        />
      )}
      {checkIns.length > 0 && (
        <>
          <Curves curves={curves} {...days} doses={doses} most={fit.fewerChoices ? 3 : most} />
          <Details summary="The same as a table">
            <CheckInTable checkIns={checkIns} measures={curves.map(({ measure }) => measure)} doses={doses} />
          </Details>
          <Days checkIns={checkIns.slice(0, latest)} audienceOf={audienceOf} />
        </>
      )}
    </Stack>
  );
}

const findPage = (actor: Actor, { from, to }: { from: string; to: string }) =>
  read(actor, async (db) => {
    const checkIns = await listCheckIns(db, actor.personId, { from, to });
    const shown = checkIns.slice(0, latest).map(({ id }) => id);
    const start = fromLocal(`${from}T00:00`, actor.timeZone);
    const doses = await listDoses(db, actor.personId, { from: start, to: now() });
    return {
      checkIns,
      doses: doses.map((at) => dayOf(at, actor.timeZone)),
      fit: await findFit(db, actor.personId),
      audienceOf: await listAudiences(db, actor.personId, shown),
    };
  });

function Spans({ weeks }: { weeks: number }) {
  return (
    <nav aria-label="Weeks to show" className="row">
      {spans.map((span) => (
        <Link
          key={span}
          href={`/my/check-ins?weeks=${span}`}
          className="span-link"
          aria-current={span === weeks ? "page" : undefined}
        >
          {span === 26 ? "Half a year" : `${span} weeks`}
        </Link>
      ))}
    </nav>
  );
}

function Days({ checkIns, audienceOf }: { checkIns: CheckIn[]; audienceOf: (id: string) => Audience }) {
  return (
    <Card title="Latest days">
      <List>
        {checkIns.map((checkIn) => (
          <ListItem key={checkIn.id} aside={<ShareTag readers={audienceOf(checkIn.id).readers} />}>
            <Link href={`/my/check-ins/${checkIn.id}`}>{longDay(checkIn.day)}</Link>
            <p className="soft">{inShort(checkIn)}</p>
            {checkIn.word && <p className="words small">{checkIn.word}</p>}
          </ListItem>
        ))}
      </List>
    </Card>
  );
}

/** The first answers of a day; all of them stand on its own page. */
const inShort = (checkIn: CheckIn) =>
  checkInLines({ ...checkIn, word: "" })
    .slice(0, 4)
    .map(({ label, value }) => (label === "Mood" || label === "Body" ? value : `${label.toLowerCase()} ${value}`))
    .join(" · ");
