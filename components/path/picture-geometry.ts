import { scaleLinear } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import type { Group } from "@/lib/path/picture/queries";

export type Placed = Group & { x: number };

/** Groups that would lie on one another become one, in percent of the width: it counts them all and opens the newest. */
export function gather(groups: Placed[], apart: number): Placed[] {
  const kept: Placed[] = [];
  for (const group of [...groups].sort((a, b) => b.x - a.x)) {
    const last = kept.at(-1);
    if (!last || last.x - group.x >= apart) kept.push({ ...group });
    else last.count += group.count;
  }
  return kept;
}

/** Heights of the picture's parts, in pixels. */
export const heights = { all: 196, line: 150, top: 24, arch: 62 };

type Felt = { x: number; mood: number };

/** How it was, as a soft line in a box 100 wide: mood 1 lies just above the path, 5 at the top. Null below three days. */
export function feltLine(days: Felt[]): { line: string; under: string } | null {
  const smooth = smoothed([...days].sort((a, b) => a.x - b.x));
  if (smooth.length < 3) return null;
  const y = scaleLinear([1, 5], [heights.line - 14, heights.top]);
  const x = ({ x }: Felt) => x;
  const height = ({ mood }: Felt) => y(mood);
  const drawn = line<Felt>(x, height).curve(curveMonotoneX).digits(1)(smooth);
  const under = area<Felt>(x, heights.line, height).curve(curveMonotoneX).digits(1)(smooth);
  return drawn && under ? { line: drawn, under } : null;
}

/** The mean of what lies within six percent of the width, so that single days do not make it restless. */
const reach = 6;

function smoothed(days: Felt[]): Felt[] {
  const points: Felt[] = [];
  for (const { x } of days) {
    if (x - (points.at(-1)?.x ?? Number.NEGATIVE_INFINITY) < reach / 2) continue;
    const near = days.filter((day) => Math.abs(day.x - x) <= reach);
    points.push({ x, mood: near.reduce((sum, { mood }) => sum + mood, 0) / near.length });
  }
  return points;
}

/** Words in lines of at most so many characters, three lines at most. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
}
