import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { describe, expect, test } from "vitest";
import { findInGarden, garden } from "@/lib/practices/garden/rules";
import { familyOrder, type Practice } from "@/lib/practices/rules";

/** Every practice that patients were promised, family by family. */
const named = `
  body-yoga body-tai-chi body-stretching body-walking body-scan body-somatic-tracking body-breath-pacing body-shaking
  body-free-dance body-exercise
  writing-journaling writing-story writing-poem writing-letter writing-dream-notes
  stillness-meditation stillness-mindful-breathing stillness-prayer stillness-senses
  making-drawing making-painting making-sculpting making-playing-music making-composing making-listening
  nature-forest-walk nature-by-water nature-gardening nature-barefoot nature-clouds nature-animals nature-pet
  rest-sleep-routine rest-less-screen rest-caffeine rest-water rest-whole-food rest-bath rest-massage
  connection-loved-one connection-listening-friend connection-circle connection-community-event connection-volunteering
  connection-support-group
  meaning-reading meaning-wisdom meaning-ritual meaning-guide meaning-purpose meaning-death meaning-self
`
  .trim()
  .split(/\s+/);

const forbidden =
  /\b(users?|tasks?|overdue|streaks?|compliance|trips?|drugs?|failed|missed|should|calories?|weigh(ed|t loss)?|heal(s|ed|ing)?|cures?|lazy)\b|!|\d/i;
const strained = /\bhold(ing)? (in )?(your|the|each) breath\b|\bbreathe? (fast|hard|deeply)\b/i;
const stops = /\bstop\b/i;

const prose = (one: Practice) => [one.why, ...one.steps, one.short, one.longer, one.gentle, one.tooMuch];

const flaws: [string, (one: Practice) => boolean, Partial<Practice>][] = [
  ["is named by lower-case letters and dashes", (one) => !/^[a-z]+(-[a-z]+)+$/.test(one.slug), { slug: "Body Yoga" }],
  ["has a short title", (one) => !one.title.trim() || one.title.length > 60, { title: "" }],
  ["has three to twelve steps, each of a line or two", (one) => !isStepped(one), { steps: ["Sit.", "Stand."] }],
  ["says enough in every version", (one) => versions(one).some((text) => text.trim().length < 40), { gentle: "Rest." }],
  ["stays brief", (one) => prose(one).some((text) => text.length > 240), { longer: "On and on. ".repeat(30) }],
  ["keeps to the words of the house", (one) => hasWord(one, forbidden), { tooMuch: "You should have stopped." }],
  ["asks for no strained breath", (one) => hasWord(one, strained), { short: "Hold your breath for a while." }],
  ["says that one may stop", (one) => !stops.test(one.steps.join(" ")), { steps: ["Sit.", "Look.", "Go on."] }],
  ["can be done lying down on a gentle day", (one) => !canLie(one), { gentle: "Run a little slower than usual." }],
];

const versions = (one: Practice) => [one.why, one.short, one.longer, one.gentle, one.tooMuch];
const isStepped = ({ steps }: Practice) =>
  steps.length >= 3 && steps.length <= 12 && steps.every((step) => step.length >= 15 && step.length <= 130);
const hasWord = (one: Practice, words: RegExp) => [one.title, ...prose(one)].some((text) => words.test(text));
const canLie = (one: Practice) => /\b(lie|lying|bed)\b/i.test(one.gentle);

const flawed = (practices: Practice[], isFlawed: (one: Practice) => boolean) =>
  practices.filter(isFlawed).map(({ slug }) => slug);

describe("every practice", () => {
  test.each(flaws)("%s", (_name, isFlawed) => {
    expect(flawed(garden, isFlawed)).toEqual([]);
  });

  test.each(flaws)("%s, and a planted flaw is found", (_name, isFlawed, planted) => {
    expect(garden.slice(0, 1).map((one) => isFlawed({ ...one, ...planted }))).toEqual([true]);
  });

  test("has a name of its own and is found by it", () => {
    expect(new Set(garden.map(({ slug }) => slug)).size).toBe(garden.length);
    expect(new Set(garden.map(({ title }) => title)).size).toBe(garden.length);
    expect(garden.filter((one) => findInGarden(one.slug) !== one)).toEqual([]);
    expect(findInGarden("body-flying")).toBeUndefined();
  });

  test("has words of its own for when it stirs too much", () => {
    expect(new Set(garden.map(({ tooMuch }) => tooMuch)).size).toBe(garden.length);
  });
});

describe("the garden", () => {
  test("holds every practice that was asked for", () => {
    expect(named.filter((slug) => !findInGarden(slug))).toEqual([]);
  });

  test("grows in the order of its families, six or more in each", () => {
    expect([...new Set(garden.map(({ family }) => family))]).toEqual(familyOrder);
    for (const family of familyOrder) expect(inFamily(family).length, family).toBeGreaterThanOrEqual(6);
  });

  test.each(["settled", "activated", "shutDown"] as const)("has something for a person who is %s", (state) => {
    const fitting = garden.filter(({ helps }) => helps?.includes(state));
    expect(fitting.length).toBeGreaterThanOrEqual(6);
    expect(new Set(fitting.map(({ family }) => family)).size).toBeGreaterThanOrEqual(4);
  });

  test("sends nobody inward who is shut down", () => {
    const inward = ["body-scan", "body-somatic-tracking", "stillness-meditation", "meaning-death", "meaning-self"];
    expect(inward.filter((slug) => findInGarden(slug)?.helps?.some((state) => state !== "settled"))).toEqual([]);
  });

  test("begins each family with something for any day", () => {
    const first = familyOrder.map((family) => inFamily(family)[0]);
    expect(first.filter((one) => !one || one.tool || /day of a dose/.test(one.steps.join(" ")))).toEqual([]);
  });

  test("leads the breath with the pacer, sitting with the timer, the body scan line by line", () => {
    expect(withTool("pacer")).toEqual(["body-breath-pacing", "stillness-mindful-breathing"]);
    expect(withTool("bodyScan")).toEqual(["body-scan"]);
    expect(withTool("timer")).toContain("stillness-meditation");
    expect(findInGarden("body-scan")?.steps.length).toBeGreaterThanOrEqual(8);
  });
});

describe("care in the days after a dose", () => {
  test.each([
    ["body-exercise", /day of a dose, rest.*high blood pressure.*ask your clinic/],
    ["body-breath-pacing", /dizzy.*stop/],
    ["body-somatic-tracking", /chest pain.*medical help at once/],
    ["nature-forest-walk", /day of a dose.*in company/],
    ["nature-by-water", /back from the edge.*Swimming is for another day/],
    ["nature-barefoot", /Look where you step.*numb feet/],
    ["rest-bath", /day of a dose.*someone is at home.*warm rather than hot/],
    ["rest-massage", /no pressure on sore.*blood thinners/],
    ["rest-caffeine", /prescriber before you change/],
    ["writing-dream-notes", /frightening dream.*Stop/],
    ["writing-journaling", /hardest memories.*therapist/],
    ["connection-support-group", /how much to tell/],
    ["meaning-ritual", /tired, and on the day of a dose, use a lamp and no open fire/],
    ["meaning-guide", /secrecy.*therapist/],
    ["meaning-death", /ending your life.*“I need help now”/],
  ])("%s says what to mind", (slug, caution) => {
    expect(findInGarden(slug)?.steps.join(" ")).toMatch(caution);
  });
});

test("what is left alone on the day of a dose is offered for no state", () => {
  const left = /day of a dose, (rest|leave it|let a warm cloth)|not on the day of a dose|day of a dose is for you/;
  const resting = garden.filter(({ steps }) => left.test(steps.join(" ")));
  expect(resting.map(({ slug }) => slug).sort()).toEqual([
    "body-exercise",
    "connection-circle",
    "connection-community-event",
    "connection-support-group",
    "connection-volunteering",
    "meaning-death",
    "nature-forest-walk",
    "rest-bath",
  ]);
  expect(resting.filter(({ helps }) => helps)).toEqual([]);
});

describe("reading it is easy", () => {
  test.each(familyOrder)("%s needs eight years of school at most, in short sentences", (family) => {
    const { wordsPerSentence, grade } = readability(inFamily(family).flatMap(prose));
    expect(wordsPerSentence).toBeLessThanOrEqual(16);
    expect(grade).toBeLessThanOrEqual(8);
  });

  test("hard words in long sentences are noticed", () => {
    const { wordsPerSentence, grade } = readability([
      "The neurobiological consolidation of integrative contemplative methodologies necessitates individualised psychotherapeutic accompaniment over an extended interval of therapeutic collaboration.",
    ]);
    expect(wordsPerSentence).toBeGreaterThan(16);
    expect(grade).toBeGreaterThan(8);
  });
});

function inFamily(family: Practice["family"]): Practice[] {
  return garden.filter((one) => one.family === family);
}

function withTool(tool: Practice["tool"]): string[] {
  return garden.filter((one) => one.tool === tool).map(({ slug }) => slug);
}

function readability(texts: string[]): { wordsPerSentence: number; grade: number } {
  const sentences = texts
    .flatMap((text) => text.split(/[.?!]+["”]?(?:\s|$)/))
    .filter((sentence) => /\w/.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}’']+/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  const counts = { sentence: sentences.length, word: words.length, syllable: syllables };
  return { wordsPerSentence: words.length / sentences.length, grade: fleschKincaid(counts) };
}
