type Span = { start: Date; end: Date };
type Point = { at: Date };

/** Where the session begins and ends in the picture, in percent of its width. What came after it lies beyond. */
const edges = { start: 7, end: 93, endBefore: 68, last: 96 };

/** A clock along the picture: the session's hours take most of it, the day after it the rest. Answers in percent of the width. */
export function clockOf({ start, end }: Span, times: Date[]) {
  const [from, to] = [start.getTime(), Math.max(end.getTime(), start.getTime() + 60_000)];
  const all = times.map((at) => at.getTime());
  const first = Math.min(from, ...all);
  const last = Math.max(to, ...all);
  const endX = last > to ? edges.endBefore : edges.end;
  const place = (at: Date) => {
    const time = at.getTime();
    if (time < from) return round(edges.start - 5 * share(from - time, from - first));
    if (time <= to) return round(edges.start + (endX - edges.start) * share(time - from, to - from));
    return round(endX + 6 + (edges.last - endX - 6) * share(time - to, last - to));
  };
  return { place, start: edges.start, end: endX, after: last > to };
}

const share = (part: number, whole: number) => (whole > 0 ? Math.min(1, part / whole) : 0);
const round = (x: number) => Math.round(x * 10) / 10;

export type Mark<T> = { x: number; first: T; many: number };

/** Things of one lane as marks that can be told from each other: what lies closer than `apart` percent is one mark. */
export function marksOf<T extends Point>(things: T[], place: (at: Date) => number, apart: number): Mark<T>[] {
  const marks: Mark<T>[] = [];
  for (const thing of things.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const x = place(thing.at);
    const last = marks.at(-1);
    if (last && x - last.x < apart) last.many += 1;
    else marks.push({ x, first: thing, many: 1 });
  }
  return marks;
}

/** A name in so many letters: its first word, cut where that is longer. */
export function shortName(name: string, most: number): string {
  if (name.length <= most) return name;
  const [word = ""] = name.split(" ");
  return word.length <= most ? word : `${word.slice(0, most - 1)}…`;
}
