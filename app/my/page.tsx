import type { Metadata } from "next";
import { CoursePath } from "@/components/path/course-path";
import { ShareTag } from "@/components/sharing/share-tag";
import { Button } from "@/components/ui/button";
import { Card, Door } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Words } from "@/components/ui/words";
import { type Actor, requireActor } from "@/lib/core/actor";
import { formatTime, now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { listReaders } from "@/lib/intentions/queries";
import type { SessionInCourse } from "@/lib/sessions/queries";
import { sessionTitle } from "@/lib/sessions/rules";
import type { Reader } from "@/lib/sharing/rules";
import { findToday } from "@/lib/today/queries";
import { dayWords, greeting, type InView, nextSession, wordsInView } from "@/lib/today/rules";
import { suggest } from "@/lib/today/suggestions/rules";
import { Arrived } from "./arrived";
import { SessionWhen } from "./session-when";
import { SuggestionCard } from "./suggestion-card";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage({ searchParams }: PageProps<"/my">) {
  const actor = await requireActor("patient");
  const other = Math.min(Math.max(Number((await searchParams).other) || 0, 0), 99);
  const { today, inView, readers } = await findPage(actor);
  const { moment, sessions } = today;
  const next = sessions.find(({ id }) => id === nextSession(moment)?.id);
  return (
    <Stack gap="large">
      <PageHeader eyebrow={dayWords(moment)} title={`${greeting(hourOf(moment.at, moment.zone))}, ${actor.name}`} />
      {inView && <IntentionDoor inView={inView} readers={readers} />}
      <SuggestionCard suggestion={suggest(moment, Math.floor(other))} other={Math.floor(other)} asDoor={!inView} />
      {next && <NextSession session={next} actor={actor} />}
      {sessions.some(({ kind }) => kind === "dosing") && (
        <Card title="Your path" aside={<Link href="/my/sessions">See all</Link>}>
          <CoursePath sessions={sessions} today={moment.at} zone={moment.zone} />
        </Card>
      )}
      <Arrived {...today} zone={moment.zone} />
    </Stack>
  );
}

const findPage = (actor: Actor) =>
  read(actor, async (db) => {
    const today = await findToday(db, actor.personId, now(), actor.timeZone);
    const inView = wordsInView(today.moment);
    const shown = today.sessions.filter(({ id }) => id === inView?.session.id);
    const audiences = await listReaders(db, actor.personId, shown);
    return { today, inView, readers: [...audiences.values()].flatMap(({ readers }) => readers) };
  });

function IntentionDoor({ inView, readers }: { inView: InView; readers: Reader[] }) {
  return (
    <Door>
      <p className="small soft">{inView.label}</p>
      <Words>“{inView.text}”</Words>
      <ShareTag readers={readers} />
      <Button variant="plain" href={`/my/sessions/${inView.session.id}`}>
        Open the session
      </Button>
    </Door>
  );
}

function NextSession({ session, actor }: { session: SessionInCourse; actor: Actor }) {
  const facts = [
    { label: "When", value: <SessionWhen at={session.startsAt} actor={actor} /> },
    { label: "Where", value: session.place },
    { label: "With", value: session.therapist?.name },
  ];
  return (
    <Card title="Your next session" aside={<Link href={`/my/sessions/${session.id}`}>{sessionTitle(session)}</Link>}>
      <Facts items={facts.filter(({ value }) => value)} />
    </Card>
  );
}

const hourOf = (at: Date, zone: string) => Number(formatTime(at, zone).slice(0, 2));
