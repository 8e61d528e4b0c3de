import { Arch } from "@/components/ui/arch";
import { Button } from "@/components/ui/button";
import { Row } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import type { Room, RoomSession } from "@/lib/companions/rooms/queries";
import { SessionWhen } from "./session-when";

type Zones = { zone: string; clinicZone: string };
type Props = Zones & {
  room: Room;
  /** There is no other room, so the page's title has the name already. */
  isOnly: boolean;
};

/** One patient and the sessions to which this companion is let in. */
export function RoomCard({ room: { patient, sessions }, isOnly, ...zones }: Props) {
  return (
    <section className="card stack" aria-label={patient.name}>
      {!isOnly && (
        <div className="flex items-center gap-3 border-b border-line pb-5">
          <Arch />
          <h2>{patient.name}</h2>
          {patient.pronouns && <span className="soft small pt-1">{patient.pronouns}</span>}
        </div>
      )}
      {sessions.length === 0 && (
        <p className="soft">Nothing is here yet. When a session is planned, you find it here.</p>
      )}
      <ul className="grid">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} level={isOnly ? 2 : 3} {...zones} />
        ))}
      </ul>
    </section>
  );
}

function SessionItem({ session, level, zone, clinicZone }: Zones & { session: RoomSession; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const { id, startsAt, place, intention, note, isHandedOver } = session;
  return (
    <li className="stack gap-3 border-line border-b py-5 first:pt-0 last:border-0 last:pb-0">
      <div>
        <Heading className="text-h3">
          <Time at={startsAt} zone={zone} show="day" />
        </Heading>
        <p className="soft mt-1">
          <SessionWhen session={session} zone={zone} clinicZone={clinicZone} />
          {place && ` · ${place}`}
        </p>
      </div>
      {intention && <Words size="small">“{intention}”</Words>}
      <Row>
        <Button variant="quiet" href={`/companion/sessions/${id}`}>
          Open<span className="sr-only"> this session</span>
        </Button>
        {isHandedOver && <Tag>Your note is handed over</Tag>}
        {note && !isHandedOver && <Tag tone="share">You have begun a note</Tag>}
      </Row>
    </li>
  );
}
