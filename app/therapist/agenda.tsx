import { SessionMark } from "@/components/sessions/session-mark";
import { StateTag } from "@/components/sessions/state-tag";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { LedSession } from "@/lib/sessions/queries";
import { isAhead, sessionTitle } from "@/lib/sessions/rules";

type Props = { sessions: LedSession[]; zone: string; at: Date };

/** The day's sessions by the hour; the one that is under way or comes next stands out. */
export function Agenda({ sessions, zone, at }: Props) {
  const next =
    sessions.find((session) => session.state === "inProgress") ??
    sessions.find((session) => isAhead(session) && session.endsAt > at);
  return (
    <Card title={sessions.length === 1 ? "One session" : `${sessions.length} sessions`}>
      <ol className="grid gap-2">
        {sessions.map((session) => (
          <Hour key={session.id} session={session} zone={zone} isNext={session === next} />
        ))}
      </ol>
    </Card>
  );
}

function Hour({ session, zone, isNext }: { session: LedSession; zone: string; isNext: boolean }) {
  const { id, state, startsAt, endsAt, place, patientName } = session;
  return (
    <li
      className={classNames(
        "-mx-3 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-4 rounded-m p-3 sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]",
        isNext && "bg-accent-wash",
      )}
    >
      <p className="tabular-nums">
        <strong>
          <Time at={startsAt} zone={zone} show="time" />
        </strong>
        <span className="small soft block">
          to <Time at={endsAt} zone={zone} show="time" />
        </span>
      </p>
      <div>
        <h3>
          <Link href={`/therapist/sessions/${id}`}>{patientName}</Link>
        </h3>
        <p className="flex items-baseline gap-2">
          <SessionMark {...session} className="translate-y-0.5" />
          <span className="soft">
            {sessionTitle(session)}
            {place && ` · ${place}`}
          </span>
        </p>
      </div>
      <p className="col-start-2 mt-1 sm:col-start-3 sm:mt-0">
        <StateTag state={state} />
      </p>
    </li>
  );
}

export function NothingToday({ next, zone }: { next?: LedSession; zone: string }) {
  return (
    <Empty
      title="No sessions today"
      text={
        next ? (
          <>
            The next one is on <Time at={next.startsAt} zone={zone} show="day" />.
          </>
        ) : (
          "What you plan with your patients stands here on its day."
        )
      }
      action={
        <Button variant="quiet" href="/therapist/patients">
          Patients
        </Button>
      }
    />
  );
}
