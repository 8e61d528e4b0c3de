import type { NervousState } from "@/prisma/generated/enums";

/** What is asked in five words, from 1 to 5. */
export type Scale = "mood" | "anxiety" | "energy" | "pain" | "sleepQuality" | "connection";
/** What is counted, in the unit of its `amounts`. */
export type Amount = "sleepHours" | "water" | "caffeine" | "screens";
export type Measure = Scale | Amount;

/** The words of each scale, from 1 to 5. Numbers are not shown. */
export const scaleWords: Record<Scale, readonly [string, string, string, string, string]> = {
  mood: ["heavy", "low", "even", "lighter", "bright"],
  anxiety: ["none", "a little", "some", "strong", "very strong"],
  energy: ["drained", "low", "some", "good", "plenty"],
  pain: ["none", "mild", "medium", "strong", "very strong"],
  sleepQuality: ["broken", "light", "fair", "good", "deep"],
  connection: ["alone", "apart", "in touch", "close", "held"],
};

/** Units and bounds of what is counted: hours in halves, glasses of about 250 ml, cups. */
export const amounts: Record<Amount, { max: number; step: number; one: string; many: string }> = {
  sleepHours: { max: 24, step: 0.5, one: "h", many: "h" },
  water: { max: 40, step: 1, one: "glass", many: "glasses" },
  caffeine: { max: 20, step: 1, one: "cup", many: "cups" },
  screens: { max: 24, step: 0.5, one: "h", many: "h" },
};

export const stateWords: Record<NervousState, string> = {
  settled: "settled",
  activated: "stirred up",
  shutDown: "shut down",
};

/** Every measure with its name, in the order in which it is shown. */
export const measureNames: Record<Measure, string> = {
  mood: "Mood",
  anxiety: "Anxiety",
  energy: "Energy",
  pain: "Pain",
  sleepHours: "Sleep last night",
  sleepQuality: "How sleep was",
  water: "Water",
  caffeine: "Caffeine",
  screens: "Screens",
  connection: "Connection",
};

/** What somebody answered on one day; null is what they left. */
export type Answers = Record<Measure, number | null> & { state: NervousState | null };
/** One day's check-in. `day` is the calendar day in the patient's zone, such as `2026-11-21`; `word` is empty when there is none. */
export type CheckIn = Answers & { id: string; day: string; at: Date; word: string; version: number };

export const isScale = (measure: Measure): measure is Scale => measure in scaleWords;

/** An answer as it is read: "lighter", "6.5 h", "1 cup". */
export function measureValue(measure: Measure, value: number): string {
  if (isScale(measure)) return scaleWords[measure][value - 1] ?? "";
  const { one, many } = amounts[measure];
  return `${value} ${value === 1 ? one : many}`;
}

/** What was answered, as lines to read; what was left is not among them. */
export function checkInLines(checkIn: Answers & { word: string }): { label: string; value: string }[] {
  const line = (measure: Measure) => {
    const value = checkIn[measure];
    return value === null ? [] : [{ label: measureNames[measure], value: measureValue(measure, value) }];
  };
  const [mood, ...others] = Object.keys(measureNames).flatMap((measure) => ({
    measure,
    lines: line(measure as Measure),
  }));
  return [
    ...(mood?.lines ?? []),
    ...(checkIn.state ? [{ label: "Body", value: stateWords[checkIn.state] }] : []),
    ...others.flatMap(({ lines }) => lines),
    ...(checkIn.word ? [{ label: "One word", value: checkIn.word }] : []),
  ];
}

/** Whether nothing at all was answered. */
export const isEmpty = (checkIn: Answers & { word: string }): boolean => checkInLines(checkIn).length === 0;

/** The answers as a form's fields hold them. */
export function checkInValues({ id: _, at: __, ...checkIn }: CheckIn): Record<string, string> {
  return Object.fromEntries(Object.entries(checkIn).map(([name, value]) => [name, String(value ?? "")]));
}

/** What to say where nothing was answered and nothing is kept yet. */
export const nothingToKeep = (input: Answers & { word: string; version: number }): string | null =>
  input.version === 0 && isEmpty(input)
    ? "There is nothing to keep yet, and that is fine. Answer one thing if you like, or come back another time."
    : null;

/** Why answers cannot be kept for that day. A page opened before midnight still counts for its day. */
export function reasonNotToKeep(input: Answers & { word: string; version: number }, day: string, today: string) {
  if (day !== today && day !== dayAfter(today, -1)) {
    return "A new day has begun since you opened this page. Open it again to say how it is today.";
  }
  return nothingToKeep(input);
}

/** The calendar day so many days later, or earlier. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const measures = Object.keys(measureNames) as Measure[];

/** The weeks that the charts can show. */
export const spans = [4, 8, 26] as const;

/** The weeks that an address asks for; eight where it names none of them. */
export const spanOf = (asked: unknown): (typeof spans)[number] => spans.find((weeks) => String(weeks) === asked) ?? 8;

/** The days that so many weeks hold, ending today. */
export const daysOf = (weeks: number, today: string) => ({ from: dayAfter(today, 1 - weeks * 7), to: today });

export type Curve = {
  measure: Measure;
  values: { day: string; value: number }[];
  domain: [number, number];
  top: string;
  bottom: string;
};

/** What can be drawn: each measure that was answered at least once, from the first day to the last. */
export function curvesOf(checkIns: (Answers & { day: string })[]): Curve[] {
  return measures.flatMap((measure) => {
    const values = checkIns
      .flatMap(({ day, [measure]: value }) => (value === null ? [] : [{ day, value }]))
      .sort((a, b) => a.day.localeCompare(b.day));
    if (values.length === 0) return [];
    const domain = domainOf(
      measure,
      values.map(({ value }) => value),
    );
    return [
      { measure, values, domain, top: measureValue(measure, domain[1]), bottom: measureValue(measure, domain[0]) },
    ];
  });
}

function domainOf(measure: Measure, values: number[]): [number, number] {
  if (isScale(measure)) return [1, 5];
  return [0, Math.max({ sleepHours: 10, water: 8, caffeine: 4, screens: 6 }[measure], ...values.map(Math.ceil))];
}
