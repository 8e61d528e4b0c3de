import { AsyncLocalStorage } from "node:async_hooks";
import { Temporal } from "temporal-polyfill";

const moved = new AsyncLocalStorage<{ offset: number }>();

/** The time that the portal goes by. */
export function now(): Date {
  return new Date(Date.now() + (moved.getStore()?.offset ?? 0));
}

/** Runs the work as if it began at that time. For the demonstration's history and for tests. */
export function withClock<T>(at: Date, work: () => T): T {
  return moved.run({ offset: at.getTime() - Date.now() }, work);
}

const styles = {
  date: { day: "numeric", month: "long", year: "numeric" },
  day: { weekday: "long", day: "numeric", month: "long" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  datetime: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format is dear, and a book shows thousands of dates.
function show(at: Date, timeZone: string, style: keyof typeof styles): string {
  const key = `${style} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { ...styles[style], timeZone });
  formats.set(key, format);
  return format.format(at);
}

/** 19 November 2026 */
export const formatDate = (at: Date, zone: string) => show(at, zone, "date");
/** Thursday 19 November */
export const formatDay = (at: Date, zone: string) => show(at, zone, "day");
/** 14:05 */
export const formatTime = (at: Date, zone: string) => show(at, zone, "time");
/** 19 Nov 2026, 14:05 */
export const formatDateTime = (at: Date, zone: string) => show(at, zone, "datetime");

/** An input's `2026-11-21T14:00` in an IANA zone as an instant. A time that the clocks skip moves later, one that comes twice is the first. */
export function fromLocal(local: string, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
}

/** An instant as an input's `2026-11-21T14:00` in an IANA zone. */
export function toLocal(at: Date, zone: string): string {
  return zoned(at, zone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** The calendar day in an IANA zone, such as `2026-11-21`. */
export const dayOf = (at: Date, zone: string): string => zoned(at, zone).toPlainDate().toString();

/** The instants at which the day of `at` begins and ends in an IANA zone. A day may have 23, 24 or 25 hours. */
export function dayBounds(at: Date, zone: string): { start: Date; end: Date } {
  const start = zoned(at, zone).startOfDay();
  return { start: new Date(start.epochMilliseconds), end: new Date(start.add({ days: 1 }).epochMilliseconds) };
}

export const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
};

const zoned = (at: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
