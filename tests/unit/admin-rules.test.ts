import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  invitationWords,
  lastHereWords,
  meaningOfDeactivation,
  reasonsNotToChangeRole,
  reasonsNotToDeactivate,
} from "@/lib/accounts/people/rules";
import { csvLine, signInVerbs, verbGroups, verbsIn, verbWords } from "@/lib/audit/rules";
import { firstClash } from "@/lib/careTeams/rules";
import { verbs } from "@/lib/core/permissions";
import type { VerbGroup } from "@/lib/core/verb";

const at = new Date("2026-11-21T15:00:00Z");
const inHours = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

test.each([
  [7 * 24, "Invited, 7 days left"],
  [5 * 24 - 1, "Invited, 5 days left"],
  [26, "Invited, 1 day left"],
  [3, "Invited, ends today"],
  [0, "Invitation expired"],
])("an invitation that holds for %i more hours says so", (hours, words) => {
  expect(invitationWords(inHours(hours), at).words).toBe(words);
});

test.each([
  [null, "not yet"],
  [inHours(-1), "today, 09:00"],
  [inHours(-24), "yesterday"],
  [inHours(-11), "yesterday"],
  [inHours(-24 * 10), "11 November 2026"],
])("somebody last here at %s", (last, words) => {
  expect(lastHereWords(last, at, "America/New_York")).toBe(words);
});

describe("what stands in the way", () => {
  test("nothing, of deactivating somebody without open work", () => {
    expect(reasonsNotToDeactivate({ isSelf: false }, { patients: 0, sessions: 0 })).toEqual([]);
  });

  test("open work and oneself, each said", () => {
    expect(reasonsNotToDeactivate({ isSelf: true }, { patients: 2, sessions: 1 })).toEqual([
      "You cannot deactivate yourself. Ask another admin to do it.",
      "Hand over 2 patients and 1 planned session first.",
    ]);
  });

  test("of a new role: what was made in the old one", () => {
    const rows = [
      { sort: "places", number: 1 },
      { sort: "sessions", number: 12 },
    ];
    expect(reasonsNotToChangeRole({ isSelf: false }, rows)).toEqual([
      "What was made in this role would belong to nobody: 1 place on a care team and 12 sessions.",
    ]);
  });

  test("unsigned notes are said before a therapist is deactivated", () => {
    const said = meaningOfDeactivation({ name: "Ana Reyes", role: "therapist" }, { drafts: 2, sessions: 0 });
    expect(said.join(" ")).toContain("2 unsigned notes stay unsigned");
  });
});

test("a session clashes with another at the same time, and not with one that begins when it ends", () => {
  const session = (from: number, to: number) => ({ startsAt: inHours(from), endsAt: inHours(to) });
  expect(firstClash([session(1, 2), session(4, 5)], [session(2, 4), session(4.5, 6)])).toEqual(session(4, 5));
  expect(firstClash([session(1, 2)], [session(2, 3)])).toBeUndefined();
});

test("every verb has words and stands in a group of the log", () => {
  const grouped = (Object.keys(verbGroups) as VerbGroup[]).flatMap(verbsIn);
  for (const verb of Object.keys(verbs)) {
    expect(verbWords(verb)).not.toContain(":");
    expect(grouped, verb).toContain(verb);
  }
  expect(verbsIn("signIns")).toEqual(expect.arrayContaining(signInVerbs));
  expect(verbWords("somethingNew.happened")).toBe("Something new: happened");
});

test("a CSV cell comes back as it was, or after an apostrophe where a spreadsheet would run it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (cell) => {
      const line = csvLine([cell]);
      expect(line).toMatch(/^"[\s\S]*"\r\n$/);
      const back = line.slice(1, -3).replaceAll('""', '"');
      expect([cell, `'${cell}`]).toContain(back);
      expect(back).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
    }),
  );
});
