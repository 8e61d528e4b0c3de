import { SessionMark } from "@/components/sessions/session-mark";
import { SessionTime } from "@/components/sessions/session-time";
import { StateTag } from "@/components/sessions/state-tag";
import { Link } from "@/components/ui/link";
import { Row } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Words } from "@/components/ui/words";
import type { SessionInCourse } from "@/lib/sessions/queries";
import { isOver, sessionTitle } from "@/lib/sessions/rules";

type Shared = { zone: string; readerId: string; fresh: Set<string> };

export function SessionList({ sessions, ...shared }: Shared & { sessions: SessionInCourse[] }) {
  return (
    <ul className="grid">
      {sessions.map((session) => (
        <Item key={session.id} session={session} {...shared} />
      ))}
    </ul>
  );
}

function Item({ session, zone, readerId, fresh }: Shared & { session: SessionInCourse }) {
  const { id, state, place, therapist, therapistId, intention, companionNotes } = session;
  const wording = intention?.wordings[0];
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 border-line border-b py-4 first:pt-0 last:border-0 last:pb-0">
      <SessionMark kind={session.kind} state={state} className="mt-1" />
      <div className="stack gap-1.5">
        <Row className="gap-y-1">
          <h3>
            <Link href={`/therapist/sessions/${id}`}>{sessionTitle(session)}</Link>
          </h3>
          <StateTag state={state} />
          {intention && fresh.has(intention.id) && <Tag tone="gold">New</Tag>}
        </Row>
        <p className="small soft">
          <SessionTime session={session} zone={zone} dated={isOver(session)} />
          {place && ` · ${place}`}
          {therapist && therapistId !== readerId && ` · ${therapist.name}`}
        </p>
        {wording && <Words size="small">“{wording.text}”</Words>}
        <NoteLinks session={session} readerId={readerId} />
        {companionNotes.length > 0 && (
          <p className="small">
            <Link href={`/therapist/sessions/${id}#companion`}>What the companion wrote</Link>
          </p>
        )}
      </div>
    </li>
  );
}

function NoteLinks({ session, readerId }: { session: SessionInCourse; readerId: string }) {
  const href = `/therapist/sessions/${session.id}/note`;
  const signed = session.notes.some(({ state }) => state === "signed");
  const draft = session.notes.some(({ state, authorId }) => state === "draft" && authorId === readerId);
  const missing = session.state === "completed" && session.therapistId === readerId && !signed && !draft;
  if (!signed && !draft && !missing) return null;
  return (
    <p className="row small gap-x-4 gap-y-1">
      {signed && <Link href={href}>Note</Link>}
      {draft && <Link href={href}>Note, not signed yet</Link>}
      {missing && <Link href={href}>Write the note</Link>}
    </p>
  );
}
