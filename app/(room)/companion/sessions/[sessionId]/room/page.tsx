import { redirect } from "next/navigation";
import { AgreementLines } from "@/components/room/agreement-lines";
import { Room } from "@/components/room/room";
import { WaysOut } from "@/components/room/ways-out";
import { findRoom } from "@/lib/companions/room/queries";
import { isRoomOpen } from "@/lib/companions/room/rules";
import { roomWords } from "@/lib/companions/words/room/rules";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { deviceKey } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";

type Props = { params: Promise<{ sessionId: string }> };

/** What a companion has before them while they sit with somebody. */
export default async function RoomPage({ params }: Props) {
  const actor = await requireActor("companion");
  const { personId, timeZone, clinicTimeZone } = actor;
  const { sessionId } = await params;
  const room = await orNotFound(read(actor, (db) => findRoom(db, sessionId, personId)));
  const { session } = room;
  if (room.isHandedOver || !isRoomOpen(session, now(), clinicTimeZone)) redirect(`/companion/sessions/${session.id}`);
  const time = (at: Date | null) => at?.getTime() ?? null;
  return (
    <Room
      person={{ personId, deviceKey: deviceKey(personId) }}
      sessionId={session.id}
      name={room.name}
      zone={timeZone}
      lookInMinutes={room.lookInMinutes}
      first={{
        lines: room.lines.map((line) => ({ ...line, at: line.at.getTime() })),
        calls: room.calls.map(({ id, by, ...call }) => ({
          id,
          by,
          at: call.at.getTime(),
          acknowledgedAt: time(call.acknowledgedAt),
        })),
        lastLookIn: time(room.lastLookIn),
        begunAt: (session.startedAt ?? session.startsAt).getTime(),
        isUnderWay: session.state === "inProgress",
        isOver: session.completedAt !== null,
      }}
      agreement={
        <>
          <h2 id="agreed-title">{roomWords.agreement}</h2>
          <AgreementLines answers={room.agreed} />
          <WaysOut sessionId={session.id} />
        </>
      }
    />
  );
}
