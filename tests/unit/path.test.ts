import { expect, test } from "vitest";
import { lineAlong } from "@/components/path/geometry";
import { feltLine, gather, heights, type Placed, wrap } from "@/components/path/picture-geometry";
import { aheadWords, countWords, pathWords, pointKeys, pointNow, pointsAfter, stretchesOf } from "@/lib/path/rules";

const zone = "America/New_York";
const dose = new Date("2026-10-03T18:00:00Z");
const hour = 3_600_000;
const after = (hours: number, seconds = 0) => new Date(dose.getTime() + hours * hour + seconds * 1000);

test("the points after a dose: tonight in the evening, the others by the hour from its end", () => {
  expect(pointsAfter(dose, zone).map(({ label, at }) => [label, at.toISOString()])).toEqual([
    ["Tonight", "2026-10-03T23:00:00.000Z"],
    ["24 hours", after(24).toISOString()],
    ["72 hours", after(72).toISOString()],
    ["1 week", after(7 * 24).toISOString()],
    ["2 weeks", after(14 * 24).toISOString()],
    ["1 month", after(30 * 24).toISOString()],
    ["3 months", after(90 * 24).toISOString()],
  ]);
});

test("a dose that ends late in the evening has its night at once", () => {
  const late = new Date("2026-10-04T01:30:00Z");
  expect(pointsAfter(late, zone)[0]).toMatchObject({ key: "tonight", at: late });
});

test.each([
  [24, "tonight", "day"],
  [72, "day", "threeDays"],
  [7 * 24, "threeDays", "week"],
  [14 * 24, "week", "twoWeeks"],
  [30 * 24, "twoWeeks", "month"],
  [90 * 24, "month", "threeMonths"],
])("at %i hours one point gives way to the next, to the second", (hours, before, then) => {
  expect(pointNow(dose, after(hours, -1))).toBe(before);
  expect(pointNow(dose, after(hours))).toBe(then);
  expect(pointNow(dose, after(hours, 1))).toBe(then);
});

test("before the dose there is no point, from its end on there is tonight", () => {
  expect([pointNow(dose, after(0, -1)), pointNow(dose, dose)]).toEqual([null, "tonight"]);
});

test("the path is cut at every point and at every dose, without a gap", () => {
  const second = after(10 * 24);
  const stretches = stretchesOf(
    [
      { id: "a", at: dose },
      { id: "b", at: second },
    ],
    after(12 * 24),
  );
  expect(stretches.map(({ doseId, point }) => [doseId, point])).toEqual([
    [null, null],
    ["a", "tonight"],
    ["a", "day"],
    ["a", "threeDays"],
    ["a", "week"],
    ["b", "tonight"],
    ["b", "day"],
  ]);
  for (const [index, { to }] of stretches.slice(0, -1).entries()) expect(to).toEqual(stretches[index + 1]?.from);
  expect(stretches.at(-1)?.to).toBeNull();
});

test("two doses at one time each keep their night", () => {
  const twice = [
    { id: "a", at: dose },
    { id: "b", at: dose },
  ];
  expect(stretchesOf(twice, after(1)).map(({ doseId }) => doseId)).toEqual([null, "a", "b"]);
});

test("what lies somewhere is counted in words, and nothing is said of what does not", () => {
  expect(countWords({ practiceLog: 1, entry: 3 })).toBe("3 pages, 1 practice");
  expect(countWords({})).toBe("");
  expect(pointKeys).toHaveLength(7);
});

test("the length of a path is told in words", () => {
  const told = (days: number, doses: number, pages: number) =>
    pathWords({ first: dose, at: after(days * 24), doses, pages });
  expect(told(50, 3, 41)).toBe("Seven weeks, three sessions, 41 pages. It is all still here.");
  expect(told(2, 0, 1)).toBe("One page. It is all still here.");
  expect(told(200, 1, 0)).toBe("Six months, one session. It is all still here.");
  expect(pathWords({ first: null, at: dose, doses: 0, pages: 0 })).toBe("");
});

test("a year after six sessions close together, today still lies beyond them and apart from them", () => {
  const doses = Array.from({ length: 6 }, (_, n) => after(n * 7 * 24));
  const line = lineAlong(doses, [after(400 * 24)]);
  const xs = [60, 120, 240, 400].map((days) => line.place(after(days * 24)));
  expect(xs[0]).toBeGreaterThan(line.arches.at(-1) ?? 100);
  expect([...xs].sort((a, b) => a - b)).toEqual(xs);
  expect(new Set(xs).size).toBe(4);
});

test("the points that have not come yet are named by their day, and after the last none is", () => {
  expect(aheadWords(dose, after(15 * 24), zone)).toBe(
    "Good moments to look again: 2 November 2026 (1 month), 1 January 2027 (3 months).",
  );
  expect(aheadWords(dose, after(90 * 24), zone)).toBe("");
});

test("the hours around a dose lie beside its arch, not under it", () => {
  const line = lineAlong([dose, after(21 * 24)], [after(-10 * 24), after(40 * 24)], 20, 4.5);
  const [first = 0] = line.arches;
  expect(line.place(after(14)) - first).toBeGreaterThanOrEqual(4.5);
  expect(first - line.place(after(-14))).toBeGreaterThanOrEqual(4.5);
  const along = Array.from({ length: 50 }, (_, n) => line.place(after((n - 10) * 24)));
  expect([...along].sort((a, b) => a - b)).toEqual(along);
});

const mark = (x: number, id: string) => ({ x, id, count: 1 }) as Placed;

test("marks that would lie on one another become one that counts them and opens the newest", () => {
  const gathered = gather([mark(10, "old"), mark(11, "middle"), mark(11.5, "new"), mark(40, "far")], 2);
  expect(gathered.map(({ id, count }) => [id, count])).toEqual([
    ["far", 1],
    ["new", 3],
  ]);
});

test("a line of how it was needs a few days, and stays within the picture", () => {
  expect(feltLine([{ x: 10, mood: 3 }])).toBeNull();
  const drawn = feltLine(Array.from({ length: 40 }, (_, n) => ({ x: n * 2, mood: 1 + (n % 5) })));
  const ys = (drawn?.line.match(/-?[\d.]+/g) ?? []).map(Number).filter((_, index) => index % 2 === 1);
  expect(ys.length).toBeGreaterThan(3);
  for (const y of ys) expect(y >= heights.top - 1 && y <= heights.line).toBe(true);
});

test("words under an arch stand in three lines at most", () => {
  expect(wrap("To be less angry.", 12)).toEqual(["To be less", "angry."]);
  expect(wrap("To let my shoulders down when I come home", 10)).toHaveLength(3);
  expect(wrap("To let my shoulders down when I come home", 10)[2]).toMatch(/…$/);
});
