import { describe, expect, test } from "vitest";
import { isPrompt, nextPrompt, promptOfDay, promptsOf, promptWords } from "@/lib/journal/prompts/rules";
import {
  entryTitle,
  excerptOf,
  fragmentTime,
  inOrder,
  isTakenUpAgain,
  kindKeys,
  latestDay,
  ownMoods,
  reasonNotToSealUntil,
} from "@/lib/journal/rules";
import { entryInput } from "@/lib/journal/schema";
import { hashWords, hasWords, wordsIn } from "@/lib/journal/search/rules";

const at = new Date("2026-11-21T14:05:00Z");
const entry = { title: "", text: "", colour: "", kind: "page", at } as const;

describe("what a page is called", () => {
  test("its title, else its first words, else that it was spoken or coloured", () => {
    expect(entryTitle({ ...entry, title: "The coat", text: "x" }, "UTC")).toBe("The coat");
    expect(entryTitle({ ...entry, text: "It was so light.\nAnd more" }, "UTC")).toBe("It was so light.");
    expect(entryTitle(entry, "America/New_York")).toBe("Spoken, 09:05");
    expect(entryTitle({ ...entry, kind: "fragment", colour: "sea" }, "UTC")).toBe("Sea, 14:05");
  });

  test("an excerpt is cut between words and says that it goes on", () => {
    expect(excerptOf("one  two\nthree")).toBe("one two three");
    expect(excerptOf("one two, three four", 10)).toBe("one two…");
    expect(excerptOf("x".repeat(50), 10)).toBe(`${"x".repeat(9)}…`);
  });
});

describe("prompts", () => {
  const usual = { shortPrompts: false, ancestralPrompts: false };

  test("go round, begin with another each day, and come short where that fits", () => {
    const prompts = promptsOf("reflection", usual);
    expect(prompts).toHaveLength(8);
    const round = prompts.map((key) => nextPrompt(prompts, key));
    expect(new Set(round)).toEqual(new Set(prompts));
    expect(promptOfDay(prompts, "2026-11-21")).not.toBe(promptOfDay(prompts, "2026-11-22"));
    expect(promptWords("standsOut", { shortPrompts: true })).toBe("What stands out?");
    expect(nextPrompt(promptsOf("dream", usual), "dreamImage")).toBeNull();
    expect(promptOfDay(promptsOf("page", usual), "2026-11-21")).toBe("");
  });

  test("about those who came before appear only for those who want them", () => {
    expect(promptsOf("reflection", { ancestralPrompts: true })).toHaveLength(12);
    for (const kind of kindKeys) {
      for (const key of promptsOf(kind, { ancestralPrompts: true })) {
        expect(isPrompt(key) && promptWords(key)).toMatch(/\?$/);
        expect(promptWords(key, { shortPrompts: true }).length).toBeLessThan(40);
      }
    }
    expect(isPrompt("none")).toBe(false);
  });
});

describe("what the editor sends", () => {
  const sent = { entryId: "01890000-0000-7000-8000-000000000001", version: "0", kind: "page" };

  test("moods come one by one and in one order, with words of one's own", () => {
    const input = entryInput.parse({ ...sent, "mood-sad": "sad", "mood-calm": "calm", ownMoods: " like rain, ,calm" });
    expect(input).toMatchObject({
      moods: ["calm", "sad", "like rain"],
      text: "",
      title: "",
      spoken: false,
      version: 0,
    });
    expect(inOrder(["own", "sad", "own", "calm"])).toEqual(["calm", "sad", "own"]);
    expect(ownMoods(["calm", "like rain"])).toEqual(["like rain"]);
  });

  test("a hundred thousand characters fit, one more is told kindly", () => {
    const fits = entryInput.safeParse({ ...sent, text: "x".repeat(100_000) });
    expect(fits.success).toBe(true);
    const full = entryInput.safeParse({ ...sent, text: "x".repeat(100_001) });
    expect(full.error?.issues[0]?.message).toContain("This page is full");
  });

  test("prompts and colours that do not exist are left out", () => {
    expect(entryInput.parse({ ...sent, prompt: "x", colour: "red" })).toMatchObject({ prompt: "", colour: "" });
  });
});

describe("words to search by", () => {
  test("are folded, two letters at least, each once", () => {
    expect(wordsIn("Don't — I'm ÉLAN, élan; straße 42 Łódź")).toEqual(["dont", "im", "elan", "strasse", "42", "lodz"]);
  });

  test("share a number when they begin with the same five letters, under one key alone", () => {
    const key = Buffer.alloc(32, 1);
    expect(hashWords(key, ["internal", "interest"])).toHaveLength(1);
    expect(hashWords(key, ["coat", "coats"])).toHaveLength(2);
    expect(hashWords(key, ["coat"])).not.toEqual(hashWords(Buffer.alloc(32, 2), ["coat"]));
    for (const hash of hashWords(key, wordsIn("a few more words to try"))) expect(hash | 0).toBe(hash);
  });

  test("are all beginnings of words in the text", () => {
    expect(hasWords("The old coat", wordsIn("coa ol"))).toBe(true);
    expect(hasWords("The old coat", wordsIn("oat"))).toBe(false);
  });
});

describe("days and times", () => {
  test("a letter waits from tomorrow to ten years on", () => {
    expect(reasonNotToSealUntil("2026-11-21", "2026-11-21")).toContain("tomorrow");
    expect(reasonNotToSealUntil("2026-11-22", "2026-11-21")).toBeNull();
    expect(reasonNotToSealUntil("2036-11-21", "2026-11-21")).toBeNull();
    expect(reasonNotToSealUntil("2036-11-22", "2026-11-21")).toContain("ten years");
    expect(latestDay("2026-11-21")).toBe("2036-11-21");
  });

  test("a sitting ends ten minutes after the last save", () => {
    expect(isTakenUpAgain({ savedAt: at }, new Date(at.getTime() + 600_000))).toBe(false);
    expect(isTakenUpAgain({ savedAt: at }, new Date(at.getTime() + 600_001))).toBe(true);
  });

  test("a fragment's time is neither in the future nor more than thirty days back", () => {
    const earlier = new Date(at.getTime() - 3_600_000);
    expect(fragmentTime(earlier, at)).toEqual(earlier);
    expect(fragmentTime(new Date(at.getTime() + 1), at)).toEqual(at);
    expect(fragmentTime(new Date(0), at)).toEqual(new Date(at.getTime() - 30 * 86_400_000));
  });
});
