import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";

type Drawn = {
  /** Calendar days such as `2026-11-21`; the first and the last are the edges of the picture. */
  from: string;
  to: string;
  values: { day: string; value: number }[];
  /** The days of the doses. Those outside are left out. */
  doses: string[];
  /** What lies at the bottom and at the top. */
  domain: [number, number];
};

const margin = { x: 2, y: 8 };
const dayLength = 86_400_000;
const numberOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);

/** Lays values on a plane of 100 by 100 with the newest day on the right. A day without a value is a gap; nothing is drawn across it. */
export function layOutLine({ from, to, values, doses, domain }: Drawn) {
  const [first, last] = [numberOf(from), numberOf(to)];
  const x = scaleLinear([first, Math.max(last, first + 1)], [margin.x, 100 - margin.x]);
  const y = scaleLinear(domain, [100 - margin.y, margin.y]).clamp(true);
  const known = new Map(values.map(({ day, value }) => [numberOf(day), value]));
  const days = Array.from({ length: last - first + 1 }, (_, index) => ({
    at: first + index,
    value: known.get(first + index),
  }));
  const draw = line<(typeof days)[number]>()
    .defined(({ value }) => value !== undefined)
    .x(({ at }) => round(x(at)))
    .y(({ value }) => round(y(value ?? 0)))
    .curve(curveMonotoneX)
    .digits(1);
  return {
    /** So many days that marks have to be small. */
    dense: days.length > 100,
    path: draw(days) ?? "",
    dots: days.flatMap(({ at, value }) => (value === undefined ? [] : [{ x: round(x(at)), y: round(y(value)) }])),
    doses: [...new Set(doses.map(numberOf))].filter((at) => at >= first && at <= last).map((at) => round(x(at))),
  };
}

const round = (place: number) => Math.round(place * 10) / 10;
