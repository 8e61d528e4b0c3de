import { expect, test } from "vitest";
import { audienceWords } from "@/lib/sharing/rules";
import { partedText } from "@/lib/sharing/shown/rules";

test("a tag names everybody who may read, the care team first", () => {
  const sam = { audience: "companion" as const, companionId: "s", companionName: "Sam" };
  const team = { audience: "careTeam" as const, companionId: null, companionName: null };
  expect(audienceWords([])).toBe("Only you");
  expect(audienceWords([sam])).toBe("You and Sam");
  expect(audienceWords([sam, team])).toBe("You, your care team and Sam");
});

test("a long page is cut between paragraphs or words, and nothing of it is lost", () => {
  expect(partedText("short")).toEqual(["short", ""]);
  const [start, rest] = partedText("word ".repeat(1_000).trim(), 100);
  expect(start.length).toBeLessThanOrEqual(100);
  expect(`${start} ${rest}`).toBe("word ".repeat(1_000).trim());
  expect(partedText(`${"a".repeat(80)}\n\n${"b".repeat(80)}`, 100)).toEqual(["a".repeat(80), "b".repeat(80)]);
  expect(partedText("x".repeat(300), 100)[0]).toHaveLength(100);
});
