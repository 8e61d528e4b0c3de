import fc from "fast-check";
import { expect, test } from "vitest";
import { layOut } from "@/components/path/geometry";

const day = 86_400_000;
const arch = (days: number) => ({ at: new Date(days * day), label: "1 Jan", state: "done" as const });

test("a single session stands in the middle with today", () => {
  expect(layOut({ arches: [arch(0)], dots: [], today: new Date(0) })).toMatchObject({ arches: [{ x: 50 }], today: 50 });
});

test("arches keep their order and their distance, nothing leaves the line, and today stands between its neighbours", () => {
  const days = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(
      days,
      fc.array(fc.integer({ min: 0, max: 400 })),
      fc.integer({ min: 0, max: 400 }),
      (at, words, now) => {
        const sorted = [...at].sort((a, b) => a - b);
        const drawn = layOut({
          arches: sorted.map(arch),
          dots: words.map((one) => new Date(one * day)),
          today: new Date(now * day),
        });
        const xs = drawn.arches.map(({ x }) => x);
        for (const x of [...xs, ...drawn.dots, drawn.today]) expect(x).toBeGreaterThanOrEqual(0);
        for (const x of [...xs, ...drawn.dots, drawn.today]) expect(x).toBeLessThanOrEqual(100);
        for (const [index, x] of xs.slice(1).entries()) expect(x - (xs[index] ?? 0)).toBeGreaterThan(8.7);
        const before = xs.filter((_, index) => (sorted[index] ?? 0) < now);
        const after = xs.filter((_, index) => (sorted[index] ?? 0) > now);
        for (const x of before) expect(drawn.today).toBeGreaterThanOrEqual(x - 0.1);
        for (const x of after) expect(drawn.today).toBeLessThanOrEqual(x + 0.1);
      },
    ),
  );
});

test("a label that would run into the one before is left out", () => {
  const { arches } = layOut({ arches: [arch(0), arch(1), arch(40), arch(80)], dots: [], today: new Date(80 * day) });
  expect(arches.map(({ label }) => label)).toEqual(["1 Jan", "", "1 Jan", "1 Jan"]);
});
