import { expect, test } from "vitest";
import { placeOf, subjectWords } from "@/lib/sharing/answers/rules";
import { audiencesOf, audienceWords, shareSubjects } from "@/lib/sharing/rules";
import { headOf, partedText } from "@/lib/sharing/shown/rules";

const at = new Date("2026-11-20T09:00:00Z");
const entry = { id: "1", kind: "dream" as const, prompt: "", colour: "", title: "", text: "a heron", moods: [], at };

test("a tag names everybody who may read, the care team first", () => {
  const sam = { audience: "companion" as const, companionId: "s", companionName: "Sam" };
  const team = { audience: "careTeam" as const, companionId: null, companionName: null };
  expect(audienceWords([])).toBe("Only you");
  expect(audienceWords([sam])).toBe("You and Sam");
  expect(audienceWords([sam, team])).toBe("You, your care team and Sam");
});

test("every kind of thing that can be shared has words, somebody to share with, and a place where its patient finds it", () => {
  for (const subject of shareSubjects) {
    expect(subjectWords[subject], subject).toBeTruthy();
    expect(audiencesOf[subject], subject).toContain("careTeam");
    expect(placeOf(subject, "x"), subject).toMatch(/^\/my/);
  }
  expect(placeOf(null, "x")).toBe("/my");
});

test("a shared thing is called by its title, or by what it is", () => {
  expect(headOf({ kind: "entry", entry, media: [] })).toEqual({ title: "Dream", kind: "Journal", at });
  const titled = { ...entry, title: "What the heron knew" };
  expect(headOf({ kind: "entry", entry: titled, media: [] })).toMatchObject({ title: titled.title, kind: "Dream" });
  const sensation = { kind: "sensation" as const, side: "front" as const, place: "chest", words: "warm", at };
  expect(headOf(sensation)).toMatchObject({ title: "Chest", kind: "Body, front" });
});

test("a long page is cut between paragraphs or words, and nothing of it is lost", () => {
  expect(partedText("short")).toEqual(["short", ""]);
  const [start, rest] = partedText("word ".repeat(1_000).trim(), 100);
  expect(start.length).toBeLessThanOrEqual(100);
  expect(`${start} ${rest}`).toBe("word ".repeat(1_000).trim());
  expect(partedText(`${"a".repeat(80)}\n\n${"b".repeat(80)}`, 100)).toEqual(["a".repeat(80), "b".repeat(80)]);
  expect(partedText("x".repeat(300), 100)[0]).toHaveLength(100);
});
