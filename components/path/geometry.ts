export type Mark = { at: Date; label: string; state: "done" | "latest" | "ahead" };
export type Placed<T> = T & { x: number };

const edge = 6;
const apart = { arch: 9, label: 15, mark: 2.4 };

/** Lays times on a line, in percent of its width: by time, with the arches kept far enough apart to be told from each other. */
export function layOut({
  arches,
  dots,
  rings = [],
  today,
}: {
  arches: Mark[];
  dots: Date[];
  rings?: Date[];
  today: Date;
}) {
  const line = lineAlong(
    arches.map(({ at }) => at),
    [...dots, ...rings, today],
  );
  return {
    arches: withLabels(arches.map((arch, index) => ({ ...arch, x: line.arches[index] ?? 0 }))),
    dots: thinned(dots.map(line.place)),
    rings: thinned(rings.map(line.place)),
    today: line.place(today),
  };
}

/**
 * Where arches stand on a line that holds all these times, and where any other of those times lies between them. In percent.
 * `clear` is kept free on both sides of an arch, which half a day takes: the hours around a dose lie beside it.
 */
export function lineAlong(arches: Date[], others: Date[], step = apart.arch, clear = 0) {
  const times = [...arches, ...others].map((at) => at.getTime());
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const even = (time: number) => edge + (to === from ? 0.5 : (time - from) / (to - from)) * (100 - 2 * edge);
  const at = arches.map((arch) => arch.getTime());
  const xs = spreadOut(at.map(even), step);
  const [start, end] = [Math.min(edge, xs[0] ?? edge), Math.max(100 - edge, xs.at(-1) ?? 0)];
  const around = at.flatMap((time, index) => beside(time, xs[index] ?? 0, clear));
  const fixed: [number, number][] = inOrder([[from, start], ...around, [to, end]], from, to);
  return { arches: xs, place: (time: Date) => (to === from ? 50 : between(fixed, time.getTime())) };
}

/** Moves neighbours apart where they would touch, and back inside the edge. */
function spreadOut(places: number[], wanted: number): number[] {
  const step = Math.min(wanted, (100 - 2 * edge) / Math.max(1, places.length - 1));
  const push = (xs: number[], from: number) => {
    let free = from;
    return xs.map((x) => {
      const at = Math.max(x, free);
      free = at + step;
      return at;
    });
  };
  const mirrored = (xs: number[]) => xs.map((x) => 100 - x).reverse();
  return mirrored(push(mirrored(push(places, 0)), edge)).map(round);
}

const halfDay = 12 * 3_600_000;

const beside = (time: number, x: number, clear: number): [number, number][] =>
  clear === 0
    ? [[time, x]]
    : [
        [time - halfDay, x - clear],
        [time, x],
        [time + 1, x + clear * 0.8],
        [time + halfDay, x + clear],
      ];

/** Only what lies on the line, with neither time nor place ever going back. */
function inOrder(points: [number, number][], from: number, to: number): [number, number][] {
  const kept: [number, number][] = [];
  for (const [time, x] of points) {
    const [lastTime, lastX] = kept.at(-1) ?? [from, 0];
    if (time >= lastTime && time <= to) kept.push([time, Math.min(Math.max(x, lastX), 100)]);
  }
  return kept;
}

function between(fixed: [time: number, x: number][], time: number): number {
  const after = fixed.findIndex(([one]) => one > time);
  const [before, next] = [fixed.at(after < 0 ? -1 : Math.max(after - 1, 0)), fixed[after]];
  if (!before || !next || after === 0) return round(before?.[1] ?? 50);
  return round(before[1] + ((time - before[0]) / (next[0] - before[0])) * (next[1] - before[1]));
}

/** Leaves out the labels that would run into the one before. */
function withLabels(arches: Placed<Mark>[]) {
  let last = -apart.label;
  return arches.map((arch) => {
    const fits = arch.x - last >= apart.label;
    if (fits) last = arch.x;
    return { ...arch, label: fits ? arch.label : "" };
  });
}

/** As many as can be told from each other; of those that would lie on one another the latest stays. */
function thinned(xs: number[]): number[] {
  const kept: number[] = [];
  for (const x of [...xs].sort((a, b) => b - a)) if ((kept.at(-1) ?? 200) - x >= apart.mark) kept.push(round(x));
  return kept;
}

const round = (x: number) => Math.round(x * 10) / 10;
