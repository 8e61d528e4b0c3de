import type { Metadata } from "next";
import { RecallPicture } from "@/components/recall/picture";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Callout } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { type Actor, requireActor } from "@/lib/core/actor";
import { formatDay } from "@/lib/core/clock";
import { type Db, read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { type Desk, findDesk } from "@/lib/recall/queries";
import { listSessions } from "@/lib/sessions/queries";
import { sessionTitle } from "@/lib/sessions/rules";
import { deskForm } from "./act-button";
import { arrangeAction } from "./actions";
import { AsideList } from "./aside-list";
import { Clock } from "./clock";
import { ToBring } from "./to-bring";

export const metadata: Metadata = { title: "What we remember" };

export default async function RecallPage({ params, searchParams }: PageProps<"/my/sessions/[sessionId]/recall">) {
  const actor = await requireActor("patient");
  const { sessionId } = await params;
  const { thing, from } = await searchParams;
  const { desk, title } = await orNotFound(read(actor, (db) => load(db, actor, sessionId)));
  const zone = actor.timeZone;
  const { session, things, lanes } = desk;
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Sessions", href: "/my/sessions" },
          { label: title, href: `/my/sessions/${session.id}` },
          { label: "What we remember" },
        ]}
        eyebrow={`${formatDay(session.start, zone)}, ${title}`}
        title="What we remember"
        actions={
          things.length > 0 && (
            <>
              {lanes.length > 1 && <Tag>{lanes.length} people</Tag>}
              <Button href="#bring">To bring to integration</Button>
            </>
          )
        }
      />
      <Waiting waiting={desk.waiting} />
      <Form id={deskForm} action={arrangeAction} aria-label="The desk">
        <Hidden name="sessionId" value={session.id} />
      </Form>
      {things.length > 0 ? (
        <>
          <Card title="On one clock">
            <RecallPicture
              span={{ start: session.start, end: session.end, over: session.state === "completed" }}
              lanes={lanes}
              things={things}
              zone={zone}
            />
          </Card>
          <Clock
            desk={desk}
            zone={zone}
            chosen={typeof thing === "string" ? thing : ""}
            from={Number.parseInt(String(from), 10) || 0}
          />
        </>
      ) : (
        <NothingYet />
      )}
      <AsideList things={desk.aside} sessionId={session.id} zone={zone} start={session.start} />
      {things.length > 0 && <ToBring desk={desk} zone={zone} />}
    </Stack>
  );
}

async function load(db: Db, actor: Actor, sessionId: string) {
  const desk = await findDesk(db, actor.personId, sessionId);
  if (!desk) return null;
  const listed = (await listSessions(db, actor.personId)).find(({ id }) => id === sessionId);
  return { desk, title: sessionTitle(listed ?? { kind: "dosing" }) };
}

function Waiting({ waiting }: { waiting: Desk["waiting"] }) {
  return waiting.map(({ id, by }) => (
    <Callout key={id} tone="calm">
      <p>
        {by} wrote something down for you. It lies here once you open it, when you like.{" "}
        <Link href={`/my/companions/notes/${id}`}>
          Look at it<span className="sr-only"> from {by}</span>
        </Link>
      </p>
    </Callout>
  ));
}

const NothingYet = () => (
  <Empty
    title="Nothing lies here so far"
    text="Your words from the session and the day after it, what a companion wrote down and you opened, and what your therapist shares with you come together here, on the clock of the session."
    action={<Button href="/my/journal/new?kind=fragment">Leave a fragment</Button>}
  />
);
