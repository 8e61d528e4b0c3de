import { dayOf, formatTime, fromLocal } from "@/lib/core/clock";

const hours = 3_600_000;

/**
 * The instant that a clock time such as 14:05 means in a session, in an IANA zone: on the day the session began, or on the next day
 * when that would be more than six hours before it.
 */
export function lineInstant(time: string, startsAt: Date, zone: string): Date {
  const sameDay = fromLocal(`${dayOf(startsAt, zone)}T${time}`, zone);
  if (sameDay.getTime() >= startsAt.getTime() - 6 * hours) return sameDay;
  return fromLocal(`${dayOf(new Date(startsAt.getTime() + 24 * hours), zone)}T${time}`, zone);
}

/** Lines as a form's values: `text:<id>` and `time:<id>`, in an IANA zone. */
export function lineFields(lines: { id: string; at: Date; text: string }[], zone: string): Record<string, string> {
  const pairs = lines.flatMap(({ id, at, text }) => [
    [`text:${id}`, text],
    [`time:${id}`, formatTime(at, zone)],
  ]);
  return Object.fromEntries(pairs);
}

type Span = { startsAt: Date; endsAt: Date; completedAt: Date | null };

/** The present time as far as it lies in a session, else the end that is nearer. */
export function presentIn({ startsAt, endsAt, completedAt }: Span, at: Date): Date {
  const end = completedAt ?? endsAt;
  return at > end ? end : at < startsAt ? startsAt : at;
}
