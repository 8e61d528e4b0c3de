import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { canWrite } from "@/lib/companions/notes/rules";
import { listRooms, type Room } from "@/lib/companions/rooms/queries";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { Briefing, BriefingAgain } from "./briefing";
import { RoomCard } from "./room-card";

export const metadata: Metadata = { title: "Sessions" };

export default async function CompanionPage() {
  const actor = await requireActor("companion");
  const rooms = await read(actor, (db) => listRooms(db));
  if (rooms.length === 0) {
    return (
      <>
        <PageHeader title="Sessions" />
        <div className="[--dawn-wash:var(--accent-wash)] [--dawn:var(--dusk)]">
          <Empty title="Your access has ended" />
        </div>
      </>
    );
  }
  const hasBegun = rooms.some(({ sessions }) => sessions.some((session) => canWrite(session, now())));
  return (
    <>
      <PageHeader title={titleFor(rooms)} intro={introFor(rooms)} />
      {rooms.map((room) => (
        <RoomCard
          key={room.patient.id}
          room={room}
          isOnly={rooms.length === 1}
          zone={actor.timeZone}
          clinicZone={actor.clinicTimeZone}
        />
      ))}
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

const titleFor = ([first, ...more]: Room[]) =>
  more.length > 0 ? "The people you are with" : `With ${first?.patient.name}`;

const introFor = (rooms: Room[]) =>
  rooms.length > 1
    ? "Each has a room of their own here. What you know from one stays out of the other."
    : "It is good that you are here.";
