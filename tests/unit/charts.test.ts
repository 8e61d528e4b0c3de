import { expect, test } from "vitest";
import { layOutLine } from "@/components/charts/geometry";

const week = { from: "2026-11-15", to: "2026-11-21", doses: [] as string[], domain: [1, 5] as [number, number] };
const at = (day: number, value: number) => ({ day: `2026-11-${day}`, value });
const begins = (path: string) => path.match(/M/g)?.length ?? 0;

test("days side by side are one line, from the left edge to the right", () => {
  const { path, dots } = layOutLine({ ...week, values: [15, 16, 17, 18, 19, 20, 21].map((day) => at(day, 3)) });
  expect(begins(path)).toBe(1);
  expect(dots).toHaveLength(7);
  expect(dots.map(({ y }) => y)).toEqual(Array(7).fill(50));
  expect([dots[0]?.x, dots[3]?.x, dots[6]?.x]).toEqual([2, 50, 98]);
});

test("a day without a value is a gap over which nothing is drawn", () => {
  const { path, dots } = layOutLine({ ...week, values: [at(15, 2), at(16, 3), at(18, 4), at(19, 5)] });
  expect(begins(path)).toBe(2);
  expect(dots).toHaveLength(4);
});

test("the lowest answer lies at the bottom, the highest at the top, and no value leaves the picture", () => {
  const { dots } = layOutLine({ ...week, values: [at(15, 1), at(16, 5), at(17, 9)] });
  expect(dots.map(({ y }) => y)).toEqual([92, 8, 8]);
});

test("one value is a dot", () => {
  const { path, dots } = layOutLine({ ...week, values: [at(18, 3)] });
  expect(dots).toEqual([{ x: 50, y: 50 }]);
  expect(path).not.toContain("L");
});

test("without values there is nothing but the doses", () => {
  expect(layOutLine({ ...week, values: [], doses: ["2026-11-18"] })).toEqual({
    ...{ path: "", dots: [], doses: [50], dense: false },
  });
});

test("a dose stands on its day, once, and those outside the days are left out", () => {
  const doses = ["2026-11-14", "2026-11-15", "2026-11-15", "2026-11-21", "2026-11-22"];
  expect(layOutLine({ ...week, values: [], doses }).doses).toEqual([2, 98]);
});

test("half a year is drawn with small marks, eight weeks are not", () => {
  const over = (from: string) => layOutLine({ ...week, from, values: [] }).dense;
  expect([over("2026-05-24"), over("2026-09-27")]).toEqual([true, false]);
});

test("values outside the days are not drawn, and a single day is a picture too", () => {
  expect(layOutLine({ ...week, values: [at(14, 3), at(22, 3)] }).dots).toEqual([]);
  expect(layOutLine({ ...week, from: week.to, values: [at(21, 3)] }).dots).toEqual([{ x: 2, y: 50 }]);
});
