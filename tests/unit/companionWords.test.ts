import { readdirSync } from "node:fs";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { describe, expect, test } from "vitest";
import * as after from "@/lib/companions/words/after/rules";
import * as agreement from "@/lib/companions/words/agreement/rules";
import * as before from "@/lib/companions/words/before/rules";
import * as invitation from "@/lib/companions/words/invitation/rules";
import * as role from "@/lib/companions/words/role/rules";
import * as room from "@/lib/companions/words/room/rules";

const { agreementParts, agreementWords } = agreement;

/** Every text for companions, by the folder it lies in. A text made by a function is here as the function makes it. */
const modules: Record<string, Record<string, unknown>> = {
  after,
  agreement: { ...agreement, agreementWords: [agreementWords({}), agreementWords({ touch: { choice: "yes" } })] },
  before,
  invitation,
  role: { ...role, roleParts: role.roleParts({ patientName: "Sam", clinicName: "Harbor House" }) },
  room,
};
const names = Object.keys(modules);

const forbidden =
  /\b(users?|tasks?|overdue|streaks?|compliance|trips?|drugs?|failed|missed|should|heal(s|ed|ing)?|cures?|diagnos\w+|promises?|guarantee\w*|always be fine|your fault)\b|!/i;

describe("what companions read", () => {
  test("is all looked at here, whatever is added", () => {
    const files = readdirSync("lib/companions/words", { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => file.endsWith(".ts")).sort()).toEqual(names.map((name) => `${name}/rules.ts`));
    const unread = names.filter((name) => textsIn(modules[name]).length === 0);
    expect(unread).toEqual([]);
    expect(() => textsIn({ made: () => "words" })).toThrow("made");
  });

  test.each(partsOfAll())("%s needs eight years of school at most", (_name, texts) => {
    const { grade, longest } = readability(texts);
    expect(grade).toBeLessThanOrEqual(8);
    expect(longest).toBeLessThanOrEqual(25);
  });

  test.each(names)("%s as a whole needs six years of school at most", (name) => {
    expect(readability(textsIn(modules[name])).grade).toBeLessThanOrEqual(6);
  });

  test.each(names)("%s has no empty text and keeps to the words of the house", (name) => {
    const texts = textsIn(modules[name]);
    expect(texts.filter((text) => text.trim() === "" || text !== text.trim())).toEqual([]);
    expect(texts.filter((text) => forbidden.test(text))).toEqual([]);
    expect(texts.filter((text) => wordsOf(text).some((word) => syllable(word) > 4))).toEqual([]);
  });

  test("hard words and endless sentences are found", () => {
    const hard = "Uninterrupted observation by accompanying individuals necessitates considerable preparation.";
    const endless = `Sit ${"and sit ".repeat(13)}still.`;
    expect(readability([hard]).grade).toBeGreaterThan(8);
    expect(readability([endless]).longest).toBeGreaterThan(25);
  });

  test.each(["You should have called.", "Well done!", "The drug wears off.", "This will heal them."])(
    "a word that has no place here is found: %s",
    (text) => {
      expect(text).toMatch(forbidden);
    },
  );
});

describe("before the session", () => {
  test("two minutes of reading are enough", () => {
    expect(textsIn(before).flatMap(wordsOf).length).toBeLessThanOrEqual(400);
    expect(before.beforeParts.map(({ title }) => title)).toEqual(["What to expect", "What helps", "What to leave"]);
  });

  test("a companion knows their role by name, and what becomes of what they write", () => {
    const words = textsIn(role.roleParts({ patientName: "Noor", clinicName: "Harbor House" })).join(" ");
    expect(words).toMatch(
      /You keep Noor company.*staff of Harbor House.*fear for somebody's safety.*Noor reads it first/,
    );
  });

  test("three openings to begin an invitation leave room for a no", () => {
    expect(invitation.openings).toHaveLength(3);
    expect(invitation.openings.filter(({ text }) => !/\bno\b/.test(text))).toEqual([]);
  });
});

describe("the agreement", () => {
  const questions = ["touch", "light", "sound", "phones", "writing", "calls", "ride"];
  const lineOf = (answers: agreement.AgreementAnswers, wanted: string) =>
    agreementWords(answers).find(({ key }) => key === wanted);

  test("asks about everything that two people settle beforehand, each thing once", () => {
    expect(agreementParts.map(({ key }) => key)).toEqual(questions);
    for (const { options = [] } of agreementParts)
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  });

  test("reads back the choice and the words of the two", () => {
    const touch = { choice: "asked", free: " left hand, not the head " };
    expect(lineOf({ touch }, "touch")).toEqual({
      key: "touch",
      title: "Touch",
      text: "Touch only when it is asked for. “left hand, not the head”",
      isOpen: false,
    });
    expect(lineOf({ calls: { free: "Ana, 555 0100" } }, "calls")?.text).toBe("“Ana, 555 0100”");
  });

  test.each(agreementParts.flatMap(({ key, options = [] }) => options.map((option) => [key, option] as const)))(
    "%s can be answered with $value",
    (key, { value, words }) => {
      expect(lineOf({ [key]: { choice: value } }, key)).toMatchObject({ text: words, isOpen: false });
    },
  );

  test("leaves out touch as long as nobody has said that it is welcome", () => {
    expect(lineOf({ light: { choice: "soft" } }, "touch")).toMatchObject({
      text: /until then, no touch/i,
      isOpen: true,
    });
    expect(lineOf({ light: { choice: "soft" }, touch: { choice: "unknown" } }, "touch")?.isOpen).toBe(true);
  });

  test.each([{}, { touch: {} }, { touch: { choice: "", free: "  " } }])(
    "says kindly that nothing is agreed yet",
    (answers) => {
      expect(agreementWords(answers)).toEqual([expect.objectContaining({ key: "nothing", isOpen: true })]);
      expect(agreementWords(answers)[0]?.text).toMatch(/That is all right.*no touch/);
    },
  );
});

describe("after the session", () => {
  test.each([
    ["emergency", /cannot be woken.*trouble breathing.*chest pain.*seizure.*hurting themselves or somebody else/],
    ["clinic", /again and again.*unreal.*comes back.*fall.*headache.*pass water/],
    ["lifeline", /ending their life.*911/],
    ["ordinary", /tired.*light.*sick.*dreams.*cry/],
  ])("%s: whom to call about what", (wanted, what) => {
    const [found] = after.nextDay.filter(({ key }) => key === wanted);
    expect([...(found?.lines ?? []), found?.close].join(" ")).toMatch(what);
  });

  test("911 and 988 can be reached from the page", () => {
    const numbers = after.nextDay.flatMap(({ calls }) => calls.map(({ href }) => href));
    expect(numbers).toEqual(["tel:911", "tel:988", "sms:988"]);
  });

  test("each step of the way home can be ticked by a key of its own", () => {
    const keys = after.rideHome.flatMap(({ items }) => items.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    expect(after.rideHomeNotes.join(" ")).toMatch(/staff say when.*No driving.*night's sleep/);
  });

  test("each of four things to write about has a question or two to begin with", () => {
    expect(after.debriefPrompts.map(({ key }) => key)).toEqual(["saw", "said", "seemed", "moved"]);
    expect(after.debriefPrompts.filter(({ questions }) => questions.length < 1 || questions.length > 2)).toEqual([]);
  });
});

/** The texts in data, however deep; keys, values and links are not read by anybody. */
function textsIn(data: unknown): string[] {
  if (typeof data === "string") return [data];
  if (Array.isArray(data)) return data.flatMap(textsIn);
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => {
    if (typeof value === "function") throw new Error(`No example of what ${name} says`);
    return ["key", "value", "href"].includes(name) ? [] : textsIn(value);
  });
}

/** Each part that stands alone on a page, with its name: an item of a list of objects, or an export. */
function partsOfAll(): [string, string[]][] {
  return Object.entries(modules).flatMap(([folder, module]) =>
    Object.entries(module).flatMap(([name, data]) => {
      const items = Array.isArray(data) && data.some((item) => typeof item === "object") ? data.flat() : [data];
      return items.map((item): [string, string[]] => [`${folder}: ${titleOf(item, name)}`, textsIn(item)]);
    }),
  );
}

const titleOf = (item: unknown, otherwise: string) =>
  typeof item === "object" && item !== null && "title" in item ? String(item.title) : otherwise;

/** The school grade of whole sentences, and the words of the longest. Labels are no sentences and would lower the grade. */
function readability(texts: string[]): { grade: number; longest: number } {
  const sentences = texts
    .filter((text) => /[.?…][”]?$/.test(text))
    .flatMap((text) => text.split(/[.?…]+”?(?:\s|$)/))
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const counts = { sentence: sentences.length, word: words.length, syllable: words.reduce(addSyllables, 0) };
  return { grade: fleschKincaid(counts), longest: Math.max(...sentences.map(({ length }) => length)) };
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/** A number such as 911 is read digit by digit. */
const addSyllables = (sum: number, word: string) => sum + (syllable(word) || word.length);
