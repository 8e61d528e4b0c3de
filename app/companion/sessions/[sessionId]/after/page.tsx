import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { PageHeader } from "@/components/ui/page-header";
import { Row, Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { canWrite } from "@/lib/companions/notes/rules";
import { listSharedLines, type SharedLine } from "@/lib/companions/notes/shared/queries";
import { findRoomSession } from "@/lib/companions/rooms/queries";
import { listening, rideHome, rideHomeNotes } from "@/lib/companions/words/after/rules";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findPeopleToCall } from "@/lib/quiet/queries";
import { NextDay } from "./next-day";
import { Points } from "./points";

export const metadata: Metadata = { title: "After the session" };

export default async function AfterPage({ params }: PageProps<"/companion/sessions/[sessionId]/after">) {
  const actor = await requireActor("companion");
  const { sessionId } = await params;
  const { session, lines, clinic } = await orNotFound(
    read(actor, async (db) => {
      const session = await findRoomSession(db, sessionId);
      if (!session) return null;
      const { clinic } = await findPeopleToCall(db, session.patientId);
      return { session, lines: await listSharedLines(db, session.id), clinic };
    }),
  );
  const here = `/companion/sessions/${session.id}`;
  const isOpen = !session.isHandedOver && canWrite(session, now());
  const { name } = session.patient;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Sessions", href: "/companion" },
          { label: `With ${name}`, href: here },
          { label: "Afterwards" },
        ]}
        eyebrow={<Time at={session.startsAt} zone={actor.timeZone} show="day" />}
        title="After the session"
        intro="The way home, whom to call about what, and how to listen."
        actions={isOpen && <Button href={`${here}/note`}>{session.note ? "Go on writing" : "Begin your note"}</Button>}
      />
      <NextDay clinic={clinic} />
      <WayHome tickAt={isOpen ? `${here}/note#way-home` : null} />
      <Card title="Listening, without mending">
        <Stack gap="large">
          {listening.map(({ title, lines }) => (
            <section key={title} className="stack gap-3">
              <h3>{title}</h3>
              <Points lines={lines} />
            </section>
          ))}
        </Stack>
      </Card>
      {lines.length > 0 && <SharedLines lines={lines} name={name} zone={actor.timeZone} />}
    </>
  );
}

function WayHome({ tickAt }: { tickAt: string | null }) {
  return (
    <Card title="The way home">
      <Points lines={rideHomeNotes.slice(0, 3)} />
      {tickAt && (
        <Row>
          <Button variant="quiet" href={tickAt}>
            Open the list to tick
          </Button>
        </Row>
      )}
      <Details summary="The whole list, to read">
        {rideHome.map(({ title, items }) => (
          <section key={title} className="stack gap-3">
            <h3>{title}</h3>
            <Points lines={items.map(({ text }) => text)} />
          </section>
        ))}
      </Details>
    </Card>
  );
}

type SharedProps = { lines: SharedLine[]; name: string; zone: string };

function SharedLines({ lines, name, zone }: SharedProps) {
  return (
    <Card title={`Lines that ${name} shares with you`}>
      <ol className="grid gap-4">
        {lines.map(({ id, at, text }) => (
          <li key={id} className="grid grid-cols-[3.75rem_minmax(0,1fr)] gap-x-3">
            <span className="soft pt-0.5">
              <Time at={at} zone={zone} show="time" />
            </span>
            <Words>“{text}”</Words>
          </li>
        ))}
      </ol>
    </Card>
  );
}
