import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bothTexts,
  differing,
  isOwnSave,
  meaningOf,
  retryAfter,
  sameText,
  sendAt,
  whatToOffer,
} from "@/client/autosave/plan";
import { choiceWords, spokenWords, statusWords } from "@/components/autosave/words";
import { silence } from "@/lib/core/answers";

describe("when a text is sent", () => {
  test("a pause in typing sends it", () => {
    expect(sendAt(1_000, 1_000)).toBe(1_700);
    expect(sendAt(1_000, 1_400)).toBe(2_100);
  });

  test("whoever types on and on is saved at the latest two seconds after the first change, and never before the last one", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(60_000), (first, typing) => {
        expect(sendAt(first, first + typing)).toBeLessThanOrEqual(first + 2_000);
        expect(sendAt(first, first + Math.min(typing, 1_500))).toBeGreaterThanOrEqual(first + Math.min(typing, 1_500));
      }),
    );
  });

  test("while the portal is away the tries become rarer, but never rarer than every 15 seconds", () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(retryAfter)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  test.each([
    [200, "saved"],
    [401, "signedOut"],
    [409, "conflict"],
    [403, "closed"],
    [404, "closed"],
    [423, "closed"],
    [413, "refused"],
    [422, "refused"],
    [500, "away"],
    [502, "away"],
    [0, "away"],
  ] as const)("an answer of %i means: %s", (status, meaning) => {
    expect(meaningOf({ status, isOwn: true })).toBe(meaning);
  });

  test.each([200, 401, 403, 404, 409, 422, 502, 0])(
    "an answer of %i that is not the portal's saves nothing and closes nothing: the text is sent again",
    (status) => expect(meaningOf({ status, isOwn: false })).toBe("away"),
  );

  test("what is too large for something on the way is not sent again before it has changed", () => {
    expect(meaningOf({ status: 413, isOwn: false })).toBe("refused");
  });
});

describe("what is offered on opening the page", () => {
  const kept = { fields: { plan: ["Walk home."] }, version: 3, at: 0 };

  test("nothing, when the portal has the same words, be it with other line ends and spaces", () => {
    expect(whatToOffer(kept, { fields: { plan: ["Walk home."], themes: [""] }, version: 9 })).toBe("nothing");
    expect(sameText({ plan: ["a\r\nb "] }, { plan: ["a\nb"] })).toBe(true);
    expect(sameText({ plan: ["e\u0301"] }, { plan: ["\u00e9"] })).toBe(true);
  });

  test("the kept text as the newer one, when nothing was saved since", () => {
    expect(whatToOffer(kept, { fields: { plan: ["Walk"] }, version: 3 })).toBe("newer");
  });

  test("both texts, when something else was saved since", () => {
    expect(whatToOffer(kept, { fields: { plan: ["Rest."] }, version: 4 })).toBe("both");
  });
});

describe("two texts", () => {
  const single = (name: string) => name === "format";

  test("differ where their words differ", () => {
    expect(differing({ a: ["1"], b: ["2"] }, { a: ["1"], b: ["3"], c: ["4"], d: [""] })).toEqual(["b", "c"]);
  });

  test("are one's own when what the portal holds was sent from here, its answer having got lost", () => {
    expect(isOwnSave({ plan: ["Walk"] }, [{ plan: ["Wal"] }, { plan: ["Walk"] }])).toBe(true);
    expect(isOwnSave({ plan: ["Rest"] }, [{ plan: ["Wal"] }, { plan: ["Walk"] }])).toBe(false);
  });

  test("stand one after the other when both are kept; where only one can be, it is the one from here", () => {
    const joined = bothTexts({ plan: ["Rest."], format: ["soap"] }, { plan: ["Walk."], format: ["dap"] }, single);
    expect(joined).toEqual({ plan: ["Rest.\n\nWalk."], format: ["dap"] });
  });

  test("are not doubled when one goes on from the other", () => {
    expect(bothTexts({ plan: ["Walk."] }, { plan: ["Walk. Slowly."] }, single)).toEqual({ plan: ["Walk. Slowly."] });
    expect(bothTexts({ plan: ["Walk. Slowly."] }, { plan: [""] }, single)).toEqual({ plan: ["Walk. Slowly."] });
  });

  test("lose no word of either when both are kept", () => {
    const text = fc.string({ minLength: 1 }).map((words) => words.normalize("NFC").trim());
    fc.assert(
      fc.property(text, text, (theirs, mine) => {
        const [joined = ""] = bothTexts({ plan: [theirs] }, { plan: [mine] }, single).plan ?? [];
        expect(joined).toContain(theirs);
        expect(joined).toContain(mine);
      }),
    );
  });
});

describe("what the status line says", () => {
  const view = { choice: null, unsent: false, asked: false };
  const at = "2026-11-20T15:42:00.000Z";
  const out = { status: 401, isOwn: true };

  test("when it was saved, on the writer's clock", () => {
    expect(statusWords({ ...view, status: { kind: "saved", at } }, "America/New_York")).toBe("Saved 10:42");
  });

  test("where the words are while the portal is away or the writer is signed out", () => {
    expect(statusWords({ ...view, status: { kind: "away", kept: true, answer: silence } }, "UTC")).toMatch(
      /Kept on this device, will be/,
    );
    expect(statusWords({ ...view, status: { kind: "signedOut", kept: true, answer: out } }, "UTC")).toMatch(
      /^You are signed out/,
    );
    expect(statusWords({ ...view, status: { kind: "away", kept: false, answer: silence } }, "UTC")).toMatch(
      /Leave this page open/,
    );
    const gateway = { status: 502, isOwn: false };
    expect(statusWords({ ...view, status: { kind: "away", kept: true, answer: gateway } }, "UTC")).toBe(
      "The clinic's server does not reach the portal just now (502). Kept on this device, will be sent when it can be.",
    );
  });

  test("aloud it does not repeat itself with every pause in typing, but answers whoever pressed the button", () => {
    const saved = { ...view, status: { kind: "saved", at } as const };
    expect(spokenWords(saved, "UTC")).toBe("Saved");
    expect(spokenWords({ ...saved, unsent: true }, "UTC")).toBe("Saved");
    expect(spokenWords({ ...saved, asked: true }, "UTC")).toBe("Saved 15:42");
  });

  test("on a conflict, that it waits", () => {
    const choice = { why: "conflict", other: {} } as const;
    expect(statusWords({ ...view, choice, status: { kind: "saved", at } }, "UTC")).toMatch(/^Saving waits/);
    expect(choiceWords(choice, "UTC").buttons.both).toBe("Keep both");
  });
});
