import { dayOf, formatDate, fromLocal } from "@/lib/core/clock";
import { type KindName, kindNames, kinds } from "@/lib/core/kinds";

const hour = 3_600_000;
const day = 24 * hour;

/** The points after a dose from which looking again is worth it, in hours after its end (CLINICAL.md, 1). */
const points = {
  tonight: { after: 0, label: "Tonight", since: "The night of your session" },
  day: { after: day, label: "24 hours", since: "A day since your session" },
  threeDays: { after: 3 * day, label: "72 hours", since: "Three days since your session" },
  week: { after: 7 * day, label: "1 week", since: "A week since your session" },
  twoWeeks: { after: 14 * day, label: "2 weeks", since: "Two weeks since your session" },
  month: { after: 30 * day, label: "1 month", since: "A month since your session" },
  threeMonths: { after: 90 * day, label: "3 months", since: "Three months since your session" },
} as const;

export type PointKey = keyof typeof points;
type Point = { key: PointKey; label: string; at: Date };

export const pointKeys = Object.keys(points) as PointKey[];
export const pointLabel = (key: PointKey): string => points[key].label;
/** "A week since your session" */
export const pointWords = (key: PointKey): string => points[key].since;

/** The evening that "tonight" means, on the patient's clock. */
const evening = "19:00";

/** When the points after a dose are: tonight in the evening of its day, or at its end if that was later; the others by the hour. */
export function pointsAfter(doseAt: Date, zone: string): Point[] {
  const tonight = fromLocal(`${dayOf(doseAt, zone)}T${evening}`, zone);
  return pointKeys.map((key) => {
    const at = new Date(doseAt.getTime() + points[key].after);
    return { key, label: points[key].label, at: key === "tonight" && tonight > at ? tonight : at };
  });
}

/** The point in whose stretch a time lies: from a point until the next one begins. Null before the dose. */
export const pointNow = (doseAt: Date, at: Date): PointKey | null =>
  pointKeys.findLast((key) => at.getTime() >= doseAt.getTime() + points[key].after) ?? null;

/** A part of the path: from a point after a dose until the next point or the next dose. `from` is null before the first dose. */
export type Stretch = { doseId: string | null; point: PointKey | null; from: Date | null; to: Date | null };

/** "Good moments to look again: 22 November 2026 (72 hours), …" for the points after a dose that have not come yet; empty after the last. */
export function aheadWords(doseAt: Date, at: Date, zone: string): string {
  const ahead = pointsAfter(doseAt, zone).filter((point) => point.at > at);
  const words = ahead.map((point) => `${formatDate(point.at, zone)} (${point.label.toLowerCase()})`);
  return words.length > 0 ? `Good moments to look again: ${words.join(", ")}.` : "";
}

/** The whole path in stretches, the first first: before the first dose, then what follows each. Doses in order; points later than `until` are left out. */
export function stretchesOf(doses: { id: string; at: Date }[], until: Date): Stretch[] {
  const starts = doses.flatMap(({ id, at }, index) => {
    const next = doses[index + 1]?.at ?? null;
    return pointKeys
      .map((point) => ({ doseId: id, point, from: new Date(at.getTime() + points[point].after) }))
      .filter(({ point, from }) => (point === "tonight" || !next || from < next) && from <= until);
  });
  const first: Stretch = { doseId: null, point: null, from: null, to: null };
  const all: Stretch[] = [first, ...starts.map((start) => ({ ...start, to: null }))];
  return all.map((stretch, index) => ({ ...stretch, to: all[index + 1]?.from ?? null }));
}

/** "3 pages, 2 practices", what there is most of first; empty where nothing lies. */
export const countWords = (counts: Partial<Record<KindName, number>>): string =>
  kindNames
    .flatMap((name) => (counts[name] ? [{ count: counts[name], words: kinds[name].words }] : []))
    .sort((a, b) => b.count - a.count)
    .map(({ count, words }) => `${count} ${count === 1 ? words.one : words.many}`)
    .join(", ");

const spelt = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const many = (count: number, one: string) => `${spelt[count] ?? count} ${count === 1 ? one : `${one}s`}`;

/** "Seven weeks, three sessions, 41 pages. It is all still here." */
export function pathWords({ first, at, doses, pages }: { first: Date | null; at: Date; doses: number; pages: number }) {
  const days = first ? Math.floor((at.getTime() - first.getTime()) / day) : 0;
  const weeks = Math.floor(days / 7);
  const time = weeks >= 9 ? many(Math.floor(days / 30.44), "month") : weeks > 0 ? many(weeks, "week") : "";
  const parts = [time, doses > 0 && many(doses, "session"), pages > 0 && many(pages, "page")]
    .filter(Boolean)
    .join(", ");
  return parts ? `${parts[0]?.toUpperCase()}${parts.slice(1)}. It is all still here.` : "";
}

/** The pages that were chosen for then and now, by id. */
export type Sides = { before?: string; now?: string };

/** An address that carries what was chosen for then and now, and `which` of the two is being chosen. */
export function sidesAddress(path: string, { before, now }: Sides, which?: "then" | "now"): string {
  const query = Object.entries([which, before, now]).flatMap(([at, value]) =>
    value ? [[["which", "then", "now"][Number(at)] ?? "", value]] : [],
  );
  return query.length > 0 ? `${path}?${new URLSearchParams(query)}` : path;
}
