import { describe, expect, test } from "vitest";
import {
  begin,
  bellsFrom,
  breathAt,
  elapsed,
  goOn,
  isOver,
  minute,
  paces,
  pause,
  timeWords,
} from "@/components/practices/timing";
import { offerOf } from "@/lib/practices/clinic/rules";
import { clinicPracticeInput } from "@/lib/practices/clinic/schema";
import { logInput } from "@/lib/practices/log/schema";
import {
  feltAfter,
  feltBefore,
  feltWords,
  kindWords,
  lookFor,
  notedWords,
  type Practice,
  restSlug,
  rhythms,
  stateOffers,
} from "@/lib/practices/rules";
import { gardenSearch } from "@/lib/practices/schema";

const practice = (slug: string, words: Partial<Practice> = {}): Practice => ({
  ...{ slug, family: "nature", title: slug, why: "", steps: [], short: "", longer: "", gentle: "", tooMuch: "" },
  ...words,
});

describe("looking for a practice", () => {
  const walk = practice("walk", { title: "A walk", steps: ["Go to the café by the sea"] });
  const sea = practice("sea", { title: "The sea", why: "It walks with you" });
  const tea = practice("tea", { title: "Tea", family: "restAndFood" });

  test("every word counts, and a word in the title comes first", () => {
    expect(lookFor([walk, sea, tea], "sea").map(({ slug }) => slug)).toEqual(["sea", "walk"]);
    expect(lookFor([walk, sea, tea], "walk cafe")).toEqual([walk]);
  });
  test("accents and capitals make no difference, and a family is found by its name", () => {
    expect(lookFor([walk, sea, tea], "CAFÉ")).toEqual([walk]);
    expect(lookFor([walk, sea, tea], "food")).toEqual([tea]);
  });
  test("where nothing has every word, any of them will do", () => {
    expect(lookFor([walk, sea, tea], "tea ocean")).toEqual([tea]);
    expect(lookFor([walk, sea, tea], "xyz")).toEqual([]);
  });
  test("an address that asks for what there is not asks for nothing", () => {
    expect(gardenSearch.parse({ state: "furious", family: "x", q: " sea " })).toEqual({ q: "sea" });
    expect(gardenSearch.parse({ state: "activated" })).toEqual({ q: "", state: "activated" });
  });
});

describe("what was noted", () => {
  test("is said in one line", () => {
    expect(notedWords({ before: "tense", after: "softer", minutes: 5 })).toBe("from tense to softer, 5 minutes");
    expect(notedWords({ before: "even", after: "even" })).toBe("even, before and after");
    expect(notedWords({ before: "tense", after: null, minutes: 1 })).toBe("tense before, 1 minute");
    expect(notedWords({ before: null, after: "open" })).toBe("open after");
    expect(notedWords({ before: null, after: null, minutes: null })).toBe("");
  });
  test("gets a kind sentence, whatever it was", () => {
    const all = [null, ...feltAfter].flatMap((after) =>
      ["body-walking", restSlug].map((slug) => kindWords({ slug, after })),
    );
    for (const words of all) expect(words).not.toMatch(/!|should|only|good job|well done|\d/i);
    expect(new Set(all).size).toBe(4);
  });
  test("every felt word is offered before and after, and nothing on screen shames", () => {
    expect([...feltBefore].sort()).toEqual(Object.keys(feltWords).sort());
    expect([...feltAfter].sort()).toEqual(Object.keys(feltWords).sort());
    const said = JSON.stringify([rhythms, stateOffers]);
    expect(said).not.toMatch(/\b(user|task|overdue|streak|compliance|trip|drug|failed|missed)\b|should have|!/i);
  });
  test("empty fields of the form are nothing, and a day that is none is asked for again", () => {
    expect(logInput.parse({ slug: "body-walking", minutes: "", at: "", before: "", after: "glorious" })).toEqual({
      slug: "body-walking",
    });
    expect(logInput.safeParse({ slug: "body-walking", at: "2026-02-30T10:00" }).success).toBe(false);
    expect(logInput.safeParse({ slug: "body-walking", minutes: "900" }).success).toBe(false);
    expect(logInput.safeParse({ slug: "../x" }).success).toBe(false);
  });
});

describe("what a clinic offers", () => {
  const garden = [practice("a", { title: "A" }), practice("b", { title: "B", tool: "timer" })];
  const row = { family: "body" as const, hiddenAt: null, version: 1 };

  test("its words stand in place of the portal's, and what it hides is marked", () => {
    const hiddenAt = new Date();
    const offered = offerOf(garden, [
      { ...row, slug: "a", content: { title: "Ours", steps: ["One"] } },
      { ...row, slug: "b", content: {}, hiddenAt },
    ]);
    expect(offered).toMatchObject([
      { slug: "a", family: "body", title: "Ours", reworded: true, added: false, version: 1 },
      { slug: "b", title: "B", tool: "timer", reworded: false, hiddenAt },
    ]);
  });
  test("its own come after the portal's, and words that cannot be read are left out", () => {
    const offered = offerOf(garden, [
      { ...row, slug: "clinic-1", content: { title: "New", tool: "rocket" } },
      { ...row, slug: "clinic-2", content: {} },
      { ...row, slug: "gone-from-the-portal", content: { title: "Old" } },
    ]);
    expect(offered.map(({ slug }) => slug)).toEqual(["a", "b", "clinic-1"]);
    expect(offered[2]).toMatchObject({ added: true, title: "New", tool: undefined });
  });
  test("steps are written one on each line", () => {
    const all = Object.fromEntries(["title", "why", "short", "longer", "gentle", "tooMuch"].map((name) => [name, "x"]));
    const input = { ...all, family: "body", steps: "One\r\n\n  Two  \n", tool: "", helps: "settled" };
    expect(clinicPracticeInput.parse(input)).toMatchObject({
      steps: ["One", "Two"],
      tool: undefined,
      helps: ["settled"],
    });
    expect(clinicPracticeInput.safeParse({ ...input, steps: " \n " }).success).toBe(false);
    expect(clinicPracticeInput.safeParse({ ...input, steps: "x\n".repeat(30) }).success).toBe(false);
  });
});

describe("a sitting with a bell", () => {
  test("goes by the clock, stands still in a pause, and ends at its length", () => {
    const sitting = begin(5, 0, 1_000);
    expect(elapsed(sitting, 61_000)).toBe(minute);
    const paused = pause(sitting, 61_000);
    expect(elapsed(paused, 900_000)).toBe(minute);
    expect(pause(paused, 70_000)).toBe(paused);
    const on = goOn(paused, 121_000);
    expect(elapsed(on, 121_000)).toBe(minute);
    expect(elapsed(on, 181_000)).toBe(2 * minute);
    expect(goOn(on, 200_000)).toBe(on);
    expect(isOver(on, 361_000)).toBe(true);
    expect(elapsed(on, 9_000_000)).toBe(5 * minute);
  });
  test("a clock that is set back never shows less than nothing", () => {
    expect(elapsed(begin(5, 0, 10_000), 4_000)).toBe(0);
  });
  test("rings at the beginning, between, and once at the end", () => {
    const bells = bellsFrom(begin(10, 5, 0), 0);
    expect(bells).toEqual([
      { after: 0, kind: "start" },
      { after: 5 * minute, kind: "between" },
      { after: 10 * minute, kind: "end" },
    ]);
    expect(bellsFrom(begin(10, 0, 0), 1)).toEqual([{ after: 10 * minute, kind: "end" }]);
    expect(bellsFrom(begin(10, 5, 0), 6 * minute)).toHaveLength(1);
    expect(bellsFrom(begin(1, 10, 0), 0)).toHaveLength(2);
  });
  test("says the time roughly", () => {
    expect([40_000, minute, 90_000, 4 * minute + 20_000].map(timeWords)).toEqual([
      "40 s",
      "1 min",
      "1 min 30 s",
      "4 min",
    ]);
  });
});

describe("breathing with a shape", () => {
  test("goes in, then out, then in again, and holds nothing", () => {
    const [pace] = paces;
    expect(breathAt(pace, 0)).toEqual({ half: "in", part: 0, rest: 4_000 });
    expect(breathAt(pace, 3_000)).toMatchObject({ half: "in", part: 0.75 });
    expect(breathAt(pace, 4_000)).toEqual({ half: "out", part: 0, rest: 6_000 });
    expect(breathAt(pace, 7_000)).toMatchObject({ half: "out", part: 0.5 });
    expect(breathAt(pace, 10_000)).toMatchObject({ half: "in", part: 0 });
  });
});
