import { dayOf, formatDay } from "@/lib/core/clock";
import { hasBegun, isAhead, type SessionKind, type SessionState } from "@/lib/sessions/rules";

export type TodaySession = {
  id: string;
  kind: SessionKind;
  state: SessionState;
  startsAt: Date;
  completedAt: Date | null;
  /** The newest wording of its intention. */
  intention: string | null;
};

/** A practice that may be suggested, and why it is among those. */
export type Idea = { slug: string; title: string; text: string; from: "plan" | "favourite" | "garden" };

/** A patient's day: now, in the zone in which they live, with their sessions in order. */
export type Moment = { at: Date; zone: string; sessions: TodaySession[]; hasGoal: boolean; ideas: Idea[] };

/** The days after a dose in which practising seems to help most (10.1176/appi.ajp.20220216). */
const firstDays = 4;
const dayLong = 86_400_000;

export const lastDose = ({ sessions }: Moment): TodaySession | undefined => sessions.findLast(isDoseDone);

/** The session that is under way, or the next one that is planned for today or later. */
export const nextSession = (moment: Moment): TodaySession | undefined =>
  moment.sessions.find((session) => isUnderWay(moment, session)) ??
  moment.sessions.find((session) => isAhead(session) && daysUntil(moment, session.startsAt) >= 0);

/** Whole calendar days in the patient's zone since the last dosing session was completed. Null before the first. */
export function daysSinceDose(moment: Moment): number | null {
  const last = lastDose(moment)?.completedAt;
  return last ? daysBetween(last, moment.at, moment.zone) : null;
}

export function isInFirstDays(moment: Moment): boolean {
  const since = daysSinceDose(moment);
  return since !== null && since >= 1 && since <= firstDays;
}

/** The dosing session of today, planned, under way or done. */
export const doseToday = (moment: Moment): TodaySession | undefined =>
  moment.sessions.findLast(
    (session) =>
      session.kind === "dosing" &&
      (isAhead(session) || hasBegun(session)) &&
      (isUnderWay(moment, session) || daysUntil(moment, session.completedAt ?? session.startsAt) === 0),
  );

/** Under way, today or tomorrow. */
export const isClose = (moment: Moment, session: TodaySession): boolean =>
  isUnderWay(moment, session) || daysUntil(moment, session.startsAt) <= 1;

/** "Saturday, day 2 after your third dosing session" in the first days, else the day alone. */
export function dayWords(moment: Moment): string {
  const day = formatDay(moment.at, moment.zone);
  const since = daysSinceDose(moment);
  if (since === null || since > firstDays) return day;
  const weekday = day.split(" ")[0];
  const which = `your ${ordinal(moment.sessions.filter(isDoseDone).length)} dosing session`;
  return since === 0 ? `${weekday}, the day of ${which}` : `${weekday}, day ${since} after ${which}`;
}

/** Good morning, afternoon, evening; at night only hello. `hour` is that of the patient's clock. */
export function greeting(hour: number): string {
  if (hour < 5 || hour >= 22) return "Hello";
  if (hour < 12) return "Good morning";
  return hour < 18 ? "Good afternoon" : "Good evening";
}

/** "today", "tomorrow" or "Thursday 3 December". */
export const dayName = (moment: Moment, at: Date): string =>
  ["today", "tomorrow"][daysUntil(moment, at)] ?? formatDay(at, moment.zone);

/** What a first page shows besides the one gentle thing: three things at most, the nearest first. */
export function besides(has: { words: boolean; close: boolean; arrived: boolean; path: boolean; next: boolean }) {
  const order = [
    ["words", has.words],
    ["next", has.close],
    ["arrived", has.arrived],
    ["path", has.path],
    ["next", has.next && !has.close],
  ] as const;
  return order
    .filter(([, there]) => there)
    .map(([name]) => name)
    .slice(0, 3);
}

export type InView = { label: string; text: string; session: TodaySession };

/** The words that matter now: those of a session close by, of a dose in its first days, of what comes, or of what was last. */
export function wordsInView(moment: Moment): InView | null {
  const next = nextSession(moment);
  const dose = lastDose(moment);
  const since = daysSinceDose(moment);
  const inOrder = [
    next && isClose(moment, next) ? next : undefined,
    since !== null && since <= firstDays ? dose : undefined,
    next,
    moment.sessions.findLast((session) => hasBegun(session) && session.intention),
  ];
  const session = inOrder.find((one) => one?.intention);
  if (!session?.intention) return null;
  return { label: labelOf(moment, session), text: session.intention, session };
}

function labelOf(moment: Moment, session: TodaySession): string {
  if (isUnderWay(moment, session)) return "Your intention";
  return isAhead(session) ? `Your intention for ${dayName(moment, session.startsAt)}` : "Your intention was";
}

// A session that nobody completed does not stay under way for ever.
const isUnderWay = ({ at }: Moment, { state, startsAt }: TodaySession) =>
  state === "inProgress" && at.getTime() - startsAt.getTime() < dayLong;

const isDoseDone = ({ kind, state }: TodaySession) => kind === "dosing" && state === "completed";

const daysUntil = ({ at, zone }: Moment, other: Date) => daysBetween(at, other, zone);

const daysBetween = (from: Date, to: Date, zone: string) =>
  Math.round((Date.parse(dayOf(to, zone)) - Date.parse(dayOf(from, zone))) / dayLong);

const words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const endings: Record<string, string> = { one: "st", two: "nd", few: "rd" };
const plural = new Intl.PluralRules("en", { type: "ordinal" });
const ordinal = (number: number) => words[number - 1] ?? `${number}${endings[plural.select(number)] ?? "th"}`;
