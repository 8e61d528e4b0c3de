import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card, Door } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { Row } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { reasonsNotToWrite } from "@/lib/companions/notes/rules";
import { findRoomSession } from "@/lib/companions/rooms/queries";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { BriefingAgain } from "../../briefing";
import { SessionWhen } from "../../session-when";

export const metadata: Metadata = { title: "Session" };

type Props = { params: Promise<{ sessionId: string }> };

export default async function CompanionSessionPage({ params }: Props) {
  const actor = await requireActor("companion");
  const { sessionId } = await params;
  const session = await orNotFound(read(actor, (db) => findRoomSession(db, sessionId)));
  const { patient, intention, place } = session;
  const zones = { zone: actor.timeZone, clinicZone: actor.clinicTimeZone };
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Sessions", href: "/companion" }, { label: `With ${patient.name}` }]}
        title={`With ${patient.name}`}
        eyebrow={<Time at={session.startsAt} zone={actor.timeZone} show="day" />}
      />
      {intention && (
        <Door className="[--dawn:var(--dusk)]">
          <h2 className="small soft font-text">What {patient.name} wants to turn towards</h2>
          <Words>“{intention}”</Words>
        </Door>
      )}
      <Card>
        <Facts
          items={[
            { label: "When", value: <SessionWhen session={session} {...zones} /> },
            { label: "Where", value: place || "The clinic will tell you" },
            {
              label: "Open to you",
              value: (
                <>
                  until <Time at={session.until} zone={actor.timeZone} show="day" />
                </>
              ),
            },
          ]}
        />
      </Card>
      <NoteCard session={session} zone={actor.timeZone} />
      <BriefingAgain />
    </>
  );
}

type Session = NonNullable<Awaited<ReturnType<typeof findRoomSession>>>;

function NoteCard({ session, zone }: { session: Session; zone: string }) {
  const { id, patient, note, isHandedOver } = session;
  const here = `/companion/sessions/${id}`;
  const [reason] = reasonsNotToWrite(session, now());
  if (isHandedOver) {
    return (
      <Card title="Your note is handed over">
        <p>
          It is {patient.name}'s now, and no longer open to you. Thank you for being there, and for writing it down.
        </p>
      </Card>
    );
  }
  if (reason) {
    return (
      <Card title="Your note">
        <p>
          Once the session has begun, you can write down here what you see and hear. Until then there is nothing to do.
        </p>
      </Card>
    );
  }
  return (
    <Card title="What you saw and heard">
      {note ? (
        <p>
          Your note was last saved on <Time at={note.savedAt} zone={zone} />. Only you can read it until you hand it
          over.
        </p>
      ) : (
        <p>
          Write down what you saw, and {patient.name}'s words as they came. Such things fade fast. A few lines are
          enough.
        </p>
      )}
      <Row>
        <Button large href={`${here}/note`}>
          {note ? "Go on writing" : "Begin your note"}
        </Button>
        {note && (
          <Button large variant="quiet" href={`${here}/hand-over`}>
            Hand it over
          </Button>
        )}
      </Row>
    </Card>
  );
}
