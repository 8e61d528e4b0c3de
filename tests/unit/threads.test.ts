import { expect, test } from "vitest";
import { foldName, hashName, inPair, placesWords, spanWords } from "@/lib/threads/rules";

const on = (day: number) => new Date(Date.UTC(2026, 9, day));
const doses = [on(3), on(24), on(30)];

test.each([
  ["The coat", "the coat"],
  ["  the   COAT.", "the coat"],
  ["“the coat”", "the coat"],
  ["Café", "cafe"],
  ["don’t ask", "don't ask"],
  ["…", "..."],
])("%s is compared as %s", (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test("a name's hash is the patient's own, and tells nothing without their key", () => {
  const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  expect(hashName(one, "The coat")).toBe(hashName(one, "the coat "));
  expect(hashName(one, "The coat")).not.toBe(hashName(other, "The coat"));
  expect(hashName(one, "The coat")).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  [1, 2, "before the first session"],
  [4, 20, "after session 1"],
  [4, 31, "sessions 1 to 3"],
  [3, 24, "sessions 1 to 2"],
  [1, 25, "since before the first session, until after session 2"],
])("what shows from day %i to day %i of the month lies: %s", (first, last, words) => {
  expect(spanWords({ first: on(first), last: on(last) }, doses)).toBe(words);
});

test("without sessions no span is named", () => {
  expect(spanWords({ first: on(1), last: on(2) }, [])).toBe("");
});

test("a link is the same from both sides", () => {
  expect(inPair("b", "a")).toEqual({ aId: "a", bId: "b" });
  expect(inPair("a", "b")).toEqual({ aId: "a", bId: "b" });
});

test("one place and several are counted in words", () => {
  expect([1, 3].map(placesWords)).toEqual(["1 place", "3 places"]);
});
