import { SessionMark } from "@/components/sessions/session-mark";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { formatDay } from "@/lib/core/clock";
import type { LedSession } from "@/lib/sessions/queries";
import { kindWords } from "@/lib/sessions/rules";

/** The sessions of the next seven days, day by day. */
export function NextDays({ sessions, zone }: { sessions: LedSession[]; zone: string }) {
  const days = [...new Set(sessions.map(({ startsAt }) => formatDay(startsAt, zone)))];
  return (
    <Card title="The next days">
      <div className="grid gap-5">
        {days.map((day) => (
          <section key={day} className="grid gap-2">
            <h3>{day}</h3>
            <ul className="grid gap-1">
              {sessions
                .filter(({ startsAt }) => formatDay(startsAt, zone) === day)
                .map((session) => (
                  <li key={session.id} className="flex items-center gap-3">
                    <Time at={session.startsAt} zone={zone} show="time" />
                    <SessionMark {...session} />
                    <span>
                      <Link href={`/therapist/sessions/${session.id}`}>{session.patientName}</Link>
                      <span className="soft"> · {kindWords(session.kind)}</span>
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}
