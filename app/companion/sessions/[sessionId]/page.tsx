import type { Metadata } from "next";
import { Card, Door } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { findAgreement } from "@/lib/companions/agreements/queries";
import { findOwnGrantFor } from "@/lib/companions/grants/queries";
import { canWrite } from "@/lib/companions/notes/rules";
import { isRoomOpen } from "@/lib/companions/room/rules";
import { findRoomSession } from "@/lib/companions/rooms/queries";
import { type Actor, requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { type Db, read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { Briefing, BriefingAgain } from "../../briefing";
import { SessionWhen } from "../../session-when";
import { AgreementPart } from "./agreement-part";
import { NotePart } from "./note-part";
import { RoomPart } from "./room-part";

export const metadata: Metadata = { title: "Session" };

type Props = { params: Promise<{ sessionId: string }> };

export default async function CompanionSessionPage({ params }: Props) {
  const actor = await requireActor("companion");
  const { sessionId } = await params;
  const { session, agreement } = await orNotFound(read(actor, (db) => findPage(db, sessionId)));
  const { patient, intention } = session;
  const [at, zone] = [now(), actor.timeZone];
  const hasBegun = canWrite(session, at);
  const isOpen = !session.isHandedOver && isRoomOpen(session, at, actor.clinicTimeZone);
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Sessions", href: "/companion" }, { label: `With ${patient.name}` }]}
        title={`With ${patient.name}`}
        eyebrow={<Time at={session.startsAt} zone={zone} show="day" />}
      />
      {isOpen && <RoomPart session={session} at={at} />}
      {hasBegun && <NotePart session={session} zone={zone} />}
      {intention && (
        <Door className="[--dawn:var(--dusk)]">
          <h2 className="small soft font-text">What {patient.name} wants to turn towards</h2>
          <Words>“{intention}”</Words>
        </Door>
      )}
      <About session={session} actor={actor} />
      <AgreementPart session={session} agreement={agreement} />
      {hasBegun ? (
        <BriefingAgain />
      ) : (
        <Card title="Two minutes before you come">
          <Briefing />
        </Card>
      )}
    </>
  );
}

async function findPage(db: Db, sessionId: string) {
  const session = await findRoomSession(db, sessionId);
  const grant = session && (await findOwnGrantFor(db, session.id));
  return session && { session, agreement: grant && (await findAgreement(db, session.id, grant.id)) };
}

type Session = NonNullable<Awaited<ReturnType<typeof findRoomSession>>>;

function About({ session, actor }: { session: Session; actor: Actor }) {
  const { place, until } = session;
  const zones = { zone: actor.timeZone, clinicZone: actor.clinicTimeZone };
  return (
    <Card>
      <Facts
        items={[
          { label: "When", value: <SessionWhen session={session} {...zones} /> },
          { label: "Where", value: place || "The clinic will tell you" },
          {
            label: "Open to you",
            value: (
              <>
                until <Time at={until} zone={actor.timeZone} show="day" />
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
