import { describe, expect, test } from "vitest";
import { arrange, formats, isFormat, needsPassword, readSections, reasonsNotToSign, written } from "@/lib/notes/rules";
import { draftInput, noteForm, signInput } from "@/lib/notes/schema";

const sessionId = "01a1fbef-97be-720d-b7af-d25d19fd5a97";

describe("formats", () => {
  test("have the sections that the field gives them", () => {
    const own = (format: keyof typeof formats) =>
      arrange(format, {})
        .filter(({ carried }) => !carried)
        .map(({ label }) => label);
    expect(own("soap")).toEqual(["Subjective", "Objective", "Assessment", "Plan"]);
    expect(own("dap")).toEqual(["Data", "Assessment", "Plan"]);
    expect(own("birp")).toEqual(["Behavior", "Intervention", "Response", "Plan"]);
    expect(own("kapIntegration")).toEqual([
      "What was expressed",
      "Themes and imagery",
      "Beliefs or patterns that shifted",
      "Strategies",
      "Plan",
    ]);
  });

  test("carry along what another format's sections hold, so that no word disappears", () => {
    const sections = { subjective: "Slept well.", plan: "Walk." };
    for (const format of Object.keys(formats).filter(isFormat)) {
      const texts = written(format, sections).map(({ text }) => text);
      expect(texts.sort()).toEqual(["Slept well.", "Walk."]);
    }
  });

  test("leave out what is no section", () => {
    expect(readSections({ plan: "Walk.", toString: "x", other: "y", subjective: 3, data: "" })).toEqual({
      plan: "Walk.",
    });
    expect(readSections(null)).toEqual({});
    expect(isFormat("toString")).toBe(false);
  });
});

describe("signing", () => {
  const note = { format: "soap" as const, sections: { plan: "Walk." } };

  test.each(["inProgress", "completed", "noShow"] as const)(
    "a written note can be signed when the session is %s",
    (state) => {
      expect(reasonsNotToSign({ state }, note)).toEqual([]);
    },
  );

  test.each(["scheduled", "checkedIn", "cancelled"] as const)("none can be signed when it is %s", (state) => {
    expect(reasonsNotToSign({ state }, note)).toHaveLength(1);
  });

  test("an empty note gives a reason of its own", () => {
    expect(reasonsNotToSign({ state: "scheduled" }, { ...note, sections: {} })).toHaveLength(2);
  });

  test("ten minutes are fresh, one millisecond more is not", () => {
    const at = new Date("2026-11-20T10:10:00Z");
    expect(needsPassword(new Date("2026-11-20T10:00:00.000Z"), at)).toBe(false);
    expect(needsPassword(new Date("2026-11-20T09:59:59.999Z"), at)).toBe(true);
  });
});

describe("what the forms send", () => {
  test("a draft gathers its sections and keeps the words that were typed", () => {
    const sent = { sessionId, version: "0", format: "dap", data: " Calm.\r\n ", plan: "", subjective: "Kept." };
    const sections = { data: "Calm.", subjective: "Kept." };
    expect(draftInput.parse(sent)).toEqual({ sessionId, version: 0, format: "dap", sections });
    expect(noteForm.parse({ ...sent, intent: "review" })).toMatchObject({ intent: "review", sections });
  });

  test.each([
    [{ format: "prose" }, "format"],
    [{ plan: "a\u0000b" }, "plan"],
    [{ plan: "x".repeat(20_001) }, "plan"],
    [{ version: "-1" }, "version"],
    [{ sessionId: "7" }, "sessionId"],
  ])("%# what cannot be kept is refused at its field", (wrong, field) => {
    const result = draftInput.safeParse({ sessionId, version: "0", format: "dap", ...wrong });
    expect(result.error?.issues[0]?.path).toEqual([field]);
  });

  test("whoever withholds at signing says why; whoever does not need not", () => {
    const sign = { noteId: sessionId, version: "2", exception: "", words: "" };
    expect(signInput.safeParse({ ...sign, release: "clinic" }).success).toBe(true);
    const refused = signInput.safeParse({ ...sign, release: "withhold" });
    expect(refused.error?.issues.map(({ path }) => path[0])).toEqual(["exception", "words"]);
  });
});
