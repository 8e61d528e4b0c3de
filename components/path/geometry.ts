export type Mark = { at: Date; label: string; state: "done" | "latest" | "ahead" };
export type Placed<T> = T & { x: number };

const edge = 6;
const apart = { arch: 9, label: 15 };

/** Lays times on a line, in percent of its width: by time, with the arches kept far enough apart to be told from each other. */
export function layOut({ arches, dots, today }: { arches: Mark[]; dots: Date[]; today: Date }) {
  const times = [...arches.map(({ at }) => at), ...dots, today].map((at) => at.getTime());
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const place = (at: Date) => edge + (to === from ? 0.5 : (at.getTime() - from) / (to - from)) * (100 - 2 * edge);
  const spread = spreadOut(arches.map(({ at }) => place(at)));
  const between = follow(
    arches.map(({ at }) => at.getTime()),
    spread,
    place,
  );
  const placed = arches.map((arch, index) => ({ ...arch, x: spread[index] ?? 0 }));
  return {
    arches: withLabels(placed),
    dots: [...new Set(dots.map((at) => round(between(at))))],
    today: between(today),
  };
}

/** Moves neighbours apart where they would touch, and back inside the edge. */
function spreadOut(places: number[]): number[] {
  const step = Math.min(apart.arch, (100 - 2 * edge) / Math.max(1, places.length - 1));
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

/** Where a time stands between the arches after those were moved. */
function follow(times: number[], spread: number[], place: (at: Date) => number) {
  const line = times.map((time, index) => [time, spread[index] ?? 0] as const);
  return (at: Date): number => {
    const time = at.getTime();
    const before = line.findLast(([one]) => one <= time);
    const after = line.find(([one]) => one > time);
    if (!before || !after) return round(clampBeyond(place(at), before?.[1], after?.[1]));
    const share = (time - before[0]) / (after[0] - before[0]);
    return round(before[1] + share * (after[1] - before[1]));
  };
}

const clampBeyond = (x: number, before = 0, after = 100) => Math.min(Math.max(x, before), after);

/** Leaves out the labels that would run into the one before. */
function withLabels(arches: Placed<Mark>[]) {
  let last = -apart.label;
  return arches.map((arch) => {
    const fits = arch.x - last >= apart.label;
    if (fits) last = arch.x;
    return { ...arch, label: fits ? arch.label : "" };
  });
}

const round = (x: number) => Math.round(x * 10) / 10;
