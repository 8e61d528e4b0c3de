import { describe, expect, test } from "vitest";
import { fromLocal } from "@/lib/core/clock";
import {
  besides,
  daysSinceDose,
  dayWords,
  greeting,
  type Moment,
  type TodaySession,
  wordsInView,
} from "@/lib/today/rules";
import { ideasFrom, suggest } from "@/lib/today/suggestions/rules";
import type { PracticeFamily as Family } from "@/prisma/generated/enums";

const zone = "America/New_York";

const session = (startsAt: string, given: Partial<TodaySession> = {}): TodaySession => ({
  id: startsAt,
  kind: "dosing",
  state: "scheduled",
  startsAt: fromLocal(startsAt, zone),
  completedAt: null,
  intention: null,
  ...given,
});

const done = (startsAt: string, endedAt: string, given: Partial<TodaySession> = {}) =>
  session(startsAt, { state: "completed", completedAt: fromLocal(endedAt, zone), intention: "To let go", ...given });

const moment = (at: string, sessions: TodaySession[] = [], given: Partial<Moment> = {}): Moment => ({
  at: fromLocal(at, zone),
  zone,
  sessions,
  hasGoal: false,
  ideas: Array.from({ length: 7 }, (_, at) => ({
    slug: `p-${at}`,
    title: `Practice ${at}`,
    text: "Gently",
    from: "garden",
  })),
  ...given,
});

describe("the days after a dose", () => {
  const dose = done("2026-06-01T14:00", "2026-06-01T17:00");
  test.each([
    ["2026-06-01T23:59", 0, "rest"],
    ["2026-06-02T00:00", 1, "practice"],
    ["2026-06-05T23:59", 4, "practice"],
    ["2026-06-06T00:00", 5, "lookBack"],
    ["2026-06-07T23:59", 6, "lookBack"],
    ["2026-06-08T00:00", 7, "write"],
    ["2026-06-09T23:59", 8, "write"],
    ["2026-06-10T00:00", 9, "lookBack"],
    ["2026-06-15T12:00", 14, "write"],
    ["2026-06-30T23:59", 29, "lookBack"],
    ["2026-07-01T12:00", 30, "write"],
    ["2026-07-02T23:59", 31, "write"],
    ["2026-07-03T00:00", 32, "afterCare"],
    ["2026-08-30T12:00", 90, "write"],
  ])("%s is day %i: %s", (at, days, kind) => {
    expect(daysSinceDose(moment(at, [dose]))).toBe(days);
    expect(suggest(moment(at, [dose])).kind).toBe(kind);
  });

  test("a day is the patient's own: the same instant is day 0 in New York and day 1 in Berlin", () => {
    const late = moment("2026-06-01T20:00", [dose]);
    expect(daysSinceDose(late)).toBe(0);
    expect(daysSinceDose({ ...late, zone: "Europe/Berlin" })).toBe(1);
  });

  test.each([
    ["2026-03-07T14:00", "2026-03-08T00:30", 1, "the short day begins"],
    ["2026-03-07T14:00", "2026-03-11T23:30", 4, "four days later, one of them short"],
    ["2026-03-07T14:00", "2026-03-12T00:30", 5, "five days later, one of them short"],
    ["2026-10-31T14:00", "2026-11-04T23:30", 4, "four days later, one of them long"],
    ["2026-10-31T14:00", "2026-11-05T00:30", 5, "five days later, one of them long"],
  ])("a dose on %s, now %s: day %i (%s)", (startsAt, at, days) => {
    expect(daysSinceDose(moment(at, [done(startsAt, startsAt)]))).toBe(days);
  });

  test("the practice changes with the day and when something else is asked for, and says what is known", () => {
    const on = (day: number, other = 0) => suggest(moment(`2026-06-0${1 + day}T09:00`, [dose]), other);
    expect(new Set([on(1), on(2), on(3), on(4)].map(({ title }) => title)).size).toBe(4);
    expect(on(1, 1).title).not.toBe(on(1).title);
    expect(on(1, 8).title).toBe(on(1).title);
    expect(on(1).why).toContain("How long this lasts in people is not known.");
  });

  test("what is in the plan comes first and says so, what was hidden never comes, and each family has its turn", () => {
    const practice = (slug: string, family: Family, given = {}) => ({
      slug,
      family,
      title: slug,
      short: "short",
      gentle: "gentle",
      favourite: false,
      hidden: false,
      ...given,
    });
    const practices = [
      practice("walk", "body"),
      practice("hidden", "writing", { hidden: true }),
      practice("poem", "writing", { favourite: true }),
      practice("clouds", "nature"),
      practice("river", "nature"),
    ];
    const ideas = ideasFrom(practices, ["river"], true);
    expect(ideas.map(({ slug, from }) => [slug, from])).toEqual([
      ["river", "plan"],
      ["poem", "favourite"],
      ["walk", "garden"],
      ["clouds", "garden"],
    ]);
    expect(ideas[0]?.text).toBe("gentle");
    const first = suggest(moment("2026-06-02T09:00", [dose], { ideas }));
    expect(first).toMatchObject({
      kind: "practice",
      slug: "river",
      why: expect.stringMatching(/^It is in your plan\./),
    });
  });

  test("between sessions, something else is a practice, and comes round again", () => {
    const on = (other: number) => suggest(moment("2026-06-12T09:00", [dose]), other);
    expect([0, 1, 2].map((other) => on(other).kind)).toEqual(["lookBack", "practice", "practice"]);
    expect(on(8).title).toBe(on(0).title);
  });

  test("a session that was cancelled or did not take place is no dose", () => {
    const cancelled = session("2026-06-01T14:00", { state: "cancelled" });
    expect(daysSinceDose(moment("2026-06-02T09:00", [cancelled]))).toBeNull();
  });
});

describe("the day of a dose", () => {
  const at = "2026-06-01T09:00";
  test("without words, there is still room to set them", () => {
    expect(suggest(moment(at, [session("2026-06-01T14:00")]))).toMatchObject({
      kind: "intention",
      sessionId: "2026-06-01T14:00",
    });
  });
  test("with words, nothing is left to prepare", () => {
    expect(suggest(moment(at, [session("2026-06-01T14:00", { intention: "Ease" })])).kind).toBe("rest");
  });
  test("under way, there is only rest", () => {
    const running = session("2026-06-01T08:00", { state: "inProgress" });
    expect(suggest(moment(at, [running])).kind).toBe("rest");
  });
  test("a session that nobody completed is not under way for ever", () => {
    const forgotten = session("2026-05-20T08:00", { state: "inProgress" });
    expect(suggest(moment(at, [forgotten])).kind).not.toBe("rest");
  });
});

describe("before a session", () => {
  const dose = done("2026-06-01T14:00", "2026-06-01T17:00");
  test("in the first days, practice comes before the words for a session that is far off", () => {
    expect(suggest(moment("2026-06-03T09:00", [dose, session("2026-06-20T14:00")])).kind).toBe("practice");
  });
  test("the words come first when the session is tomorrow", () => {
    const next = session("2026-06-04T14:00", { kind: "integration" });
    expect(suggest(moment("2026-06-03T09:00", [dose, next]))).toMatchObject({
      kind: "intention",
      text: expect.stringContaining("your session tomorrow,"),
    });
  });
  test("later, the next session asks for its words, and once it has them there is time to look back", () => {
    const next = session("2026-06-20T14:00");
    expect(suggest(moment("2026-06-08T09:00", [dose, next])).kind).toBe("intention");
    expect(suggest(moment("2026-06-10T09:00", [dose, { ...next, intention: "Ease" }])).kind).toBe("lookBack");
  });
  test("before the first dose a goal can be written, and then the words can be read again", () => {
    const next = session("2026-06-20T14:00", { intention: "Ease" });
    expect(suggest(moment("2026-06-08T09:00", [next])).kind).toBe("goal");
    expect(suggest(moment("2026-06-08T09:00", [next], { hasGoal: true })).kind).toBe("read");
  });
  test("with nothing planned, there is a welcome and no reproach", () => {
    expect(suggest(moment("2026-06-08T09:00")).kind).toBe("goal");
    expect(suggest(moment("2026-06-08T09:00", [], { hasGoal: true })).kind).toBe("welcome");
    const missed = session("2026-06-01T14:00");
    expect(suggest(moment("2026-06-08T09:00", [missed])).kind).toBe("goal");
  });
});

describe("the words in view", () => {
  const dose = done("2026-06-01T14:00", "2026-06-01T17:00");
  const next = session("2026-06-20T14:00", { intention: "To ask for help" });
  test.each([
    ["2026-06-05T23:59", "Your intention was", "To let go"],
    ["2026-06-06T00:00", "Your intention for Saturday 20 June", "To ask for help"],
    ["2026-06-19T09:00", "Your intention for tomorrow", "To ask for help"],
    ["2026-06-20T09:00", "Your intention for today", "To ask for help"],
  ])("at %s: %s", (at, label, text) => {
    expect(wordsInView(moment(at, [dose, next]))).toMatchObject({ label, text });
  });
  test("what was hoped for stays in view while the next session has no words yet", () => {
    expect(wordsInView(moment("2026-06-15T09:00", [dose, { ...next, intention: null }]))).toMatchObject({
      label: "Your intention was",
    });
  });
  test("while the session is under way they are simply there", () => {
    const running = { ...next, state: "inProgress" as const };
    expect(wordsInView(moment("2026-06-20T15:00", [dose, running]))?.label).toBe("Your intention");
  });
  test("without any words there is nothing to show", () => {
    expect(wordsInView(moment("2026-06-15T09:00", [session("2026-06-20T14:00")]))).toBeNull();
  });
});

test("besides the one gentle thing there are three at most, and a session that is close comes before what arrived", () => {
  const all = { words: true, close: true, arrived: true, path: true, next: true };
  expect(besides(all)).toEqual(["words", "next", "arrived"]);
  expect(besides({ ...all, close: false })).toEqual(["words", "arrived", "path"]);
  expect(besides({ ...all, close: false, arrived: false })).toEqual(["words", "path", "next"]);
  expect(besides({ words: false, close: false, arrived: false, path: false, next: false })).toEqual([]);
});

test("the day is named by what it is after, for a few days", () => {
  const doses = [done("2026-05-10T14:00", "2026-05-10T17:00"), done("2026-06-01T14:00", "2026-06-01T17:00")];
  expect(dayWords(moment("2026-06-01T20:00", doses))).toBe("Monday, the day of your second dosing session");
  expect(dayWords(moment("2026-06-03T09:00", doses))).toBe("Wednesday, day 2 after your second dosing session");
  expect(dayWords(moment("2026-06-06T09:00", doses))).toBe("Saturday 6 June");
  const many = Array.from({ length: 22 }, (_, at) =>
    done(`2026-05-${String(at + 1).padStart(2, "0")}T14:00`, `2026-05-${String(at + 1).padStart(2, "0")}T17:00`),
  );
  expect(dayWords(moment("2026-05-23T09:00", many))).toBe("Saturday, day 1 after your 22nd dosing session");
});

test.each([
  [4, "Hello"],
  [5, "Good morning"],
  [11, "Good morning"],
  [12, "Good afternoon"],
  [17, "Good afternoon"],
  [18, "Good evening"],
  [21, "Good evening"],
  [22, "Hello"],
])("at %i o'clock: %s", (hour, words) => {
  expect(greeting(hour)).toBe(words);
});
