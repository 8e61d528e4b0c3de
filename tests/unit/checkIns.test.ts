import { describe, expect, test } from "vitest";
import {
  type Answers,
  checkInLines,
  curvesOf,
  dayAfter,
  daysOf,
  isEmpty,
  measureValue,
  reasonNotToKeep,
  type Scale,
  scaleWords,
  spanOf,
} from "@/lib/checkIns/rules";
import { checkInInput } from "@/lib/checkIns/schema";

const nothing: Answers & { word: string } = {
  ...{ mood: null, anxiety: null, energy: null, pain: null, sleepHours: null, sleepQuality: null },
  ...{ water: null, caffeine: null, screens: null, connection: null, state: null, word: "" },
};

describe("what somebody may answer", () => {
  test.each([
    ["sleepHours", "0", 0],
    ["sleepHours", "24", 24],
    ["sleepHours", "6.5", 6.5],
    ["sleepHours", "6,5", 6.5],
    ["screens", "0.5", 0.5],
    ["water", "40", 40],
    ["water", "0", 0],
    ["caffeine", "20", 20],
    ["mood", "1", 1],
    ["mood", "5", 5],
    ["sleepHours", "", null],
    ["mood", "", null],
  ])("%s may be %j", (name, typed, kept) => {
    expect(checkInInput.parse({ [name]: typed })).toMatchObject({ [name]: kept });
  });

  test.each([
    ["sleepHours", "24.5"],
    ["sleepHours", "-0.5"],
    ["sleepHours", "6.25"],
    ["sleepHours", "long"],
    ["sleepHours", "Infinity"],
    ["screens", "25"],
    ["water", "41"],
    ["water", "1.5"],
    ["caffeine", "21"],
    ["mood", "0"],
    ["mood", "6"],
    ["pain", "2.5"],
    ["state", "asleep"],
    ["day", "2026-02-30"],
    ["word", "x".repeat(61)],
  ])("%s may not be %j, and the form says what to do", (name, typed) => {
    const { error } = checkInInput.safeParse({ [name]: typed });
    expect(error?.issues[0]?.path).toEqual([name]);
    expect(error?.issues[0]?.message).toMatch(/^(Enter|Choose|Use|Open)/);
  });

  test("what is not sent is left", () => {
    expect(checkInInput.parse({})).toEqual({ version: 0, ...nothing });
  });
});

test.each(Object.keys(scaleWords) as Scale[])("%s is said in five different words", (scale) => {
  expect(new Set(scaleWords[scale]).size).toBe(5);
  expect(scaleWords[scale].join(" ")).not.toMatch(/\d/);
});

test("numbers carry their unit, one glass and three glasses", () => {
  expect(measureValue("sleepHours", 6.5)).toBe("6.5 h");
  expect(measureValue("water", 3)).toBe("3 glasses");
  expect(measureValue("water", 1)).toBe("1 glass");
  expect(measureValue("caffeine", 1)).toBe("1 cup");
  expect(measureValue("caffeine", 0)).toBe("0 cups");
});

test("a check-in reads as lines, without what was left", () => {
  const lines = checkInLines({ ...nothing, mood: 4, state: "activated", sleepHours: 0, pain: 1, word: "room" });
  expect(lines).toEqual([
    { label: "Mood", value: "lighter" },
    { label: "Body", value: "stirred up" },
    { label: "Pain", value: "none" },
    { label: "Sleep last night", value: "0 h" },
    { label: "One word", value: "room" },
  ]);
  expect(isEmpty(nothing)).toBe(true);
  expect(isEmpty({ ...nothing, water: 0 })).toBe(false);
});

describe("which day is kept", () => {
  const answered = { ...nothing, mood: 3, version: 0 };
  test("today, and the day before for a page opened before midnight", () => {
    expect(reasonNotToKeep(answered, "2026-11-21", "2026-11-21")).toBeNull();
    expect(reasonNotToKeep(answered, "2026-11-20", "2026-11-21")).toBeNull();
  });
  test.each(["2026-11-19", "2026-11-22"])("not %s", (day) => {
    expect(reasonNotToKeep(answered, day, "2026-11-21")).toMatch(/new day has begun/);
  });
  test("nothing answered is no reproach, and what was kept may be emptied", () => {
    expect(reasonNotToKeep({ ...nothing, version: 0 }, "2026-11-21", "2026-11-21")).toMatch(/that is fine/);
    expect(reasonNotToKeep({ ...nothing, version: 1 }, "2026-11-21", "2026-11-21")).toBeNull();
  });
});

describe("what the charts show", () => {
  test("eight weeks unless an address asks for four or twenty-six", () => {
    expect([undefined, "4", "26", "3", ["4"], "1e9"].map(spanOf)).toEqual([8, 4, 26, 8, 8, 8]);
    expect(daysOf(4, "2026-11-21")).toEqual({ from: "2026-10-25", to: "2026-11-21" });
    expect(dayAfter("2026-03-01", -1)).toBe("2026-02-28");
  });

  test("each measure that was answered, from the first day on, between its own words", () => {
    const curves = curvesOf([
      { ...nothing, day: "2026-11-21", anxiety: 2, sleepHours: 11.5 },
      { ...nothing, day: "2026-11-19", anxiety: 4 },
    ]);
    expect(curves.map(({ measure }) => measure)).toEqual(["anxiety", "sleepHours"]);
    expect(curves[0]).toMatchObject({
      values: [
        { day: "2026-11-19", value: 4 },
        { day: "2026-11-21", value: 2 },
      ],
      domain: [1, 5],
      bottom: "none",
      top: "very strong",
    });
    expect(curves[1]).toMatchObject({ domain: [0, 12], bottom: "0 h", top: "12 h" });
    expect(curvesOf([])).toEqual([]);
  });
});
