/** All times are milliseconds. `startedAt` and `pausedAt` are moments, `rested` how long it stood still before. */
export type Sitting = { length: number; interval: number; startedAt: number; pausedAt: number | null; rested: number };

export const minute = 60_000;

export const begin = (minutes: number, interval: number, at: number): Sitting => ({
  length: minutes * minute,
  interval: interval * minute,
  startedAt: at,
  pausedAt: null,
  rested: 0,
});

/** How long somebody has been sitting at a moment, without the pauses, and never longer than they wanted. */
export const elapsed = ({ length, startedAt, pausedAt, rested }: Sitting, at: number): number =>
  Math.min(Math.max((pausedAt ?? at) - startedAt - rested, 0), length);

export const isOver = (sitting: Sitting, at: number): boolean => elapsed(sitting, at) >= sitting.length;

export const pause = (sitting: Sitting, at: number): Sitting =>
  sitting.pausedAt === null ? { ...sitting, pausedAt: at } : sitting;

export const goOn = (sitting: Sitting, at: number): Sitting =>
  sitting.pausedAt === null
    ? sitting
    : { ...sitting, pausedAt: null, rested: sitting.rested + Math.max(at - sitting.pausedAt, 0) };

export type Bell = { after: number; kind: "start" | "between" | "end" };

/** The bells still to come, each with how long after the beginning of the sitting. The one at the start is among them at 0. */
export function bellsFrom({ length, interval }: Pick<Sitting, "length" | "interval">, from: number): Bell[] {
  const between: Bell[] = [];
  if (interval > 0)
    for (let after = interval; after < length; after += interval) between.push({ after, kind: "between" });
  const all: Bell[] = [{ after: 0, kind: "start" }, ...between, { after: length, kind: "end" }];
  return all.filter(({ after }) => after >= from);
}

/** "4 min", "1 min 30 s": whole minutes above two, since nobody needs to count. */
export function timeWords(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 2) return `${minutes} min`;
  if (minutes === 1) return seconds % 60 ? `1 min ${seconds % 60} s` : "1 min";
  return `${seconds} s`;
}

/** Seconds in and seconds out. Nothing is held. */
export const paces = [
  { name: "four in, six out", in: 4, out: 6 },
  { name: "three in, five out", in: 3, out: 5 },
  { name: "five in, five out", in: 5, out: 5 },
] as const;

export type Pace = (typeof paces)[number];

/** Where a breath is, so many milliseconds after the first began: which half, how much of it is over, and when the next half begins. */
export function breathAt(pace: Pace, ms: number): { half: "in" | "out"; part: number; rest: number } {
  const [inMs, outMs] = [pace.in * 1_000, pace.out * 1_000];
  const at = ms % (inMs + outMs);
  if (at < inMs) return { half: "in", part: at / inMs, rest: inMs - at };
  return { half: "out", part: (at - inMs) / outMs, rest: inMs + outMs - at };
}
