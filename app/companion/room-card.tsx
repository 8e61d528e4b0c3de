import { Arch } from "@/components/ui/arch";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Row } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { isRoomOpen } from "@/lib/companions/room/rules";
import type { Room, RoomSession } from "@/lib/companions/rooms/queries";
import { now } from "@/lib/core/clock";
import { SessionWhen } from "./session-when";

type Zones = { zone: string; clinicZone: string };
type Props = Zones & {
  room: Room;
  /** There is no other room, so the page's title has the name already. */
  isOnly: boolean;
};

/** One patient and the sessions to which this companion is let in. */
export function RoomCard({ room: { patient, welcome, sessions }, isOnly, ...zones }: Props) {
  const isToday = (session: RoomSession) => isRoomOpen(session, now(), zones.clinicZone);
  const waiting = sessions.filter(({ isHandedOver }) => !isHandedOver);
  const open = waiting.toSorted((a, b) => Number(isToday(b)) - Number(isToday(a)));
  const handedOver = sessions.filter(({ isHandedOver }) => isHandedOver);
  const Group = isOnly ? "h2" : "h3";
  return (
    <section className="card stack" aria-label={patient.name}>
      {!isOnly && (
        <div className="flex items-center gap-3 border-b border-line pb-5">
          <Arch />
          <h2>{patient.name}</h2>
          {patient.pronouns && <span className="soft small pt-1">{patient.pronouns}</span>}
        </div>
      )}
      {welcome && <Words by={`${patient.name}, when inviting you`}>{welcome}</Words>}
      {sessions.length === 0 && (
        <p className="soft">Nothing is here yet. When a session is planned, you find it here.</p>
      )}
      <Sessions sessions={open} level={isOnly ? 2 : 3} {...zones} />
      {handedOver.length > 0 && (
        <>
          <Group className={classNames("soft font-text text-body", open.length > 0 && "border-line border-t pt-5")}>
            Handed over
          </Group>
          <Sessions sessions={handedOver} level={isOnly ? 3 : 4} {...zones} />
        </>
      )}
      <div className="border-line border-t pt-3">
        <Button variant="plain" href={`/companion/leave/${patient.id}`}>
          Stop being {patient.name}'s companion
        </Button>
      </div>
    </section>
  );
}

type Level = 2 | 3 | 4;

function Sessions({ sessions, ...props }: Zones & { sessions: RoomSession[]; level: Level }) {
  if (sessions.length === 0) return null;
  return (
    <ul className="grid">
      {sessions.map((session) => (
        <SessionItem key={session.id} session={session} {...props} />
      ))}
    </ul>
  );
}

function SessionItem({ session, level, zone, clinicZone }: Zones & { session: RoomSession; level: Level }) {
  const Heading = `h${level}` as const;
  const { id, startsAt, place, intention, note, isHandedOver } = session;
  const isToday = !isHandedOver && isRoomOpen(session, now(), clinicZone);
  return (
    <li className="grid gap-3 border-line border-b py-5 first:pt-0 last:border-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="stack gap-3">
        <div>
          <Heading className="font-voice text-h3">
            <Time at={startsAt} zone={zone} show="day" />
          </Heading>
          <p className="soft mt-1">
            <SessionWhen session={session} zone={zone} clinicZone={clinicZone} />
            {place && ` · ${place}`}
          </p>
        </div>
        {intention && <Words size="small">“{intention}”</Words>}
      </div>
      <Row>
        {isToday && <Button href={`/companion/sessions/${id}/room`}>Into the room</Button>}
        <Button variant="quiet" href={`/companion/sessions/${id}`}>
          Open<span className="sr-only"> this session</span>
        </Button>
        {note && !isHandedOver && <Tag tone="share">You have begun a note</Tag>}
      </Row>
    </li>
  );
}
