import { Time } from "@/components/ui/time";
import type { Actor } from "@/lib/core/actor";
import { formatDateTime } from "@/lib/core/clock";

type Props = { at: Date; actor: Pick<Actor, "timeZone" | "clinicTimeZone"> };

/** When a session is: on the patient's own clock, and on the clinic's where the two differ. */
export function SessionWhen({ at, actor: { timeZone, clinicTimeZone } }: Props) {
  const differs = formatDateTime(at, timeZone) !== formatDateTime(at, clinicTimeZone);
  return (
    <>
      <Time at={at} zone={timeZone} show="day" />, <Time at={at} zone={timeZone} show="time" named={differs} />
      {differs && (
        <span className="block soft">
          At the clinic it is then <Time at={at} zone={clinicTimeZone} show="time" named />
        </span>
      )}
    </>
  );
}
