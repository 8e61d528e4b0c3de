import { expect, test } from "vitest";
import { firstFit, fitWords } from "@/lib/fit/rules";
import { fitInput } from "@/lib/fit/schema";

test("relationship words come one from each line, without blanks and doubles", () => {
  const { relationshipWords } = fitInput.parse({
    relationshipWords: " my two partners \r\n\nchosen sister\nchosen sister",
  });
  expect(relationshipWords).toEqual(["my two partners", "chosen sister"]);
});

test.each([
  ["more than twelve words", Array.from({ length: 13 }, (_, at) => `friend ${at}`).join("\n"), "Keep 12 or fewer"],
  ["a line that is too long", "x".repeat(61), "Use 60 characters or fewer on each line"],
])("%s are not kept, and the form says why", (_what, relationshipWords, message) => {
  expect(fitInput.safeParse({ relationshipWords }).error?.issues[0]).toMatchObject({
    path: ["relationshipWords"],
    message,
  });
});

test("a box that is not ticked is off", () => {
  expect(fitInput.parse({ shortPrompts: "on" })).toMatchObject({ shortPrompts: true, timers: false, look: "warm" });
});

test("a fit is said in one line", () => {
  expect(fitWords(firstFit)).toBe("normal text, warm look, timers");
  expect(fitWords({ ...firstFit, textSize: "larger", look: "plain", timers: false, pacing: "gentle" })).toBe(
    "larger text, plain look, no timers, gentle versions first",
  );
});
