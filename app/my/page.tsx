import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
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
import { listMarks } from "@/lib/path/queries";
import { isQuiet } from "@/lib/quiet/rules";
import type { SessionInCourse } from "@/lib/sessions/queries";
import { sessionTitle } from "@/lib/sessions/rules";
import type { Reader } from "@/lib/sharing/rules";
import { findToday } from "@/lib/today/queries";
import {
  besides,
  dayWords,
  greeting,
  type InView,
  isClose,
  lastDose,
  nextSession,
  wordsInView,
} from "@/lib/today/rules";
import { suggest } from "@/lib/today/suggestions/rules";
import { Arrived } from "./arrived";
import { SessionWhen } from "./session-when";
import { SuggestionCard } from "./suggestion-card";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage({ searchParams }: PageProps<"/my">) {
  const actor = await requireActor("patient");
  const other = Math.floor(Math.min(Math.max(Number((await searchParams).other) || 0, 0), 99));
  const page = await findPage(actor);
  const { today, inView, readers } = page;
  const { moment, sessions, fit } = today;
  const { at, zone } = moment;
  if (isQuiet({ doseAt: lastDose(moment)?.completedAt ?? null, leftAt: fit.quietLeftAt, at })) redirect("/quiet");
  const next = sessions.find(({ id }) => id === nextSession(moment)?.id);
  const close = nextSession(moment);
  const shown = besides({
    words: inView !== null,
    close: close !== undefined && isClose(moment, close),
    arrived: today.news.length > 0,
    path: sessions.some(({ kind }) => kind === "dosing"),
    next: next !== undefined,
  });
  const parts: Record<(typeof shown)[number], ReactNode> = {
    words: inView && <IntentionDoor key="words" inView={inView} readers={readers} />,
    next: next && <NextSession key="next" session={next} actor={actor} />,
    arrived: <Arrived key="arrived" news={today.news} />,
    path: <PathCard key="path" page={page} />,
  };
  return (
    <Stack gap="large">
      <PageHeader
        eyebrow={dayWords(moment)}
        title={`${greeting(Number(formatTime(at, zone).slice(0, 2)))}, ${actor.name}`}
        actions={
          !today.hasCheckedIn && (
            <Button variant="plain" href="/my/check-ins/new">
              How is it today?
            </Button>
          )
        }
      />
      {inView && parts.words}
      <SuggestionCard suggestion={suggest(moment, other)} other={other} asDoor={!inView} />
      {shown.filter((name) => name !== "words").map((name) => parts[name])}
    </Stack>
  );
}

type Found = Awaited<ReturnType<typeof findPage>>;

const findPage = (actor: Actor) =>
  read(actor, async (db) => {
    const today = await findToday(db, actor.personId, now(), actor.timeZone);
    const inView = wordsInView(today.moment);
    const audiences = await listReaders(
      db,
      actor.personId,
      today.sessions.filter(({ id }) => id === inView?.session.id),
    );
    const first = today.sessions[0]?.startsAt ?? now();
    return {
      today,
      inView,
      readers: [...audiences.values()].flatMap(({ readers }) => readers),
      marks: await listMarks(db, actor.personId, first),
    };
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

function PathCard({ page: { today, marks } }: { page: Found }) {
  const { sessions, moment } = today;
  return (
    <Card title="Your path" aside={<Link href="/my/path">See all</Link>}>
      <CoursePath sessions={sessions} today={moment.at} zone={moment.zone} {...marks} />
    </Card>
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
