import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isResting,
  nextSend,
  phaseOf,
  type Saving,
  type SavingEvent,
  savingAfter,
  savingAt,
  wouldLose,
} from "@/client/autosave/state";
import { silence } from "@/lib/core/answers";

const at = "2026-11-27T10:00:00.000Z";
const words = (text: string) => ({ text: [text] });
const typed = (when: number): SavingEvent => ({ type: "typed", at: when });
const sends = (when: number, text = "one"): SavingEvent => ({ type: "sends", at: when, fields: words(text) });
const saved = (version: number): SavingEvent => ({ type: "saved", version, at });
const failed = (when: number, kept = true): SavingEvent => ({
  ...{ type: "failed", kind: "away", at: when, kept, answer: silence },
});
const turnedDown = (kind: "refused" | "closed"): SavingEvent => ({ type: "turnedDown", kind, message: "Too long." });
const conflict = (other: string, here = "one"): SavingEvent => ({
  ...{ type: "conflict", version: 7, other: words(other), here: words(here), at },
});
const form = (...events: SavingEvent[]): Saving => events.reduce(savingAfter, savingAt(3, at));

describe("a form that saves by itself is", () => {
  test.each([
    ["still", []],
    ["typing", [typed(1)]],
    ["sending", [typed(1), sends(2)]],
    ["still", [typed(1), sends(2), saved(4)]],
    ["typing", [typed(1), sends(2), typed(3), saved(4)]],
    ["waiting", [typed(1), sends(2), failed(3)]],
    ["sending", [typed(1), sends(2), failed(3), sends(4)]],
    ["still", [typed(1), sends(2), failed(3), sends(4), saved(4)]],
    ["refused", [typed(1), sends(2), turnedDown("refused")]],
    ["typing", [typed(1), sends(2), turnedDown("refused"), typed(3)]],
    ["closed", [typed(1), sends(2), turnedDown("closed"), typed(3)]],
    ["choosing", [typed(1), sends(2), conflict("other"), typed(3)]],
    ["typing", [typed(1), sends(2), conflict("other"), { type: "chosen" }]],
    ["still", [typed(1), sends(2), conflict("other"), { type: "chosen" }, typed(3), { type: "settled", at }]],
  ] as [string, SavingEvent[]][])("%s (%#)", (phase, events) => expect(phaseOf(form(...events))).toBe(phase));
});

describe("what is sent, and when", () => {
  test("after a pause, and after a failure at the next try, each later than the one before", () => {
    expect(nextSend(form(typed(1_000)))).toBe(1_700);
    const first = form(typed(1_000), sends(2_000), failed(3_000));
    expect(nextSend(first)).toBe(4_000);
    expect(nextSend(savingAfter(savingAfter(first, sends(4_000)), failed(5_000)))).toBe(7_000);
  });

  test("nothing while it is on its way, refused, to be chosen or closed", () => {
    for (const event of [saved(4), turnedDown("refused"), turnedDown("closed"), conflict("other")])
      expect(nextSend(form(typed(1), sends(2), event))).toBeNull();
    expect(nextSend(form(typed(1), sends(2)))).toBeNull();
    for (const event of [turnedDown("closed"), conflict("other")])
      expect(isResting(form(typed(1), sends(2), event))).toBe(true);
  });

  test("the next save builds on the version of the last, and after a choice on the other's", () => {
    expect(form(typed(1), sends(2), saved(4)).version).toBe(4);
    expect(form(typed(1), sends(2), conflict("other")).version).toBe(3);
    expect(form(typed(1), sends(2), conflict("other"), { type: "chosen" }).version).toBe(7);
  });
});

describe("a conflict with oneself", () => {
  test("whose answer got lost asks nothing: all is saved", () => {
    const here = form(typed(1), sends(2, "one"), failed(3), sends(4, "one"), conflict("one", "one"));
    expect([phaseOf(here), here.version, here.view.choice]).toEqual(["still", 7, null]);
  });

  test("goes on where more was typed meanwhile", () => {
    const here = form(typed(1), sends(2, "one"), failed(3), typed(4), sends(5, "one two"), conflict("one", "one two"));
    expect([phaseOf(here), here.version, here.view.choice]).toEqual(["typing", 7, null]);
  });
});

test("leaving would lose words only where neither the portal nor this device has them", () => {
  expect(wouldLose(form(typed(1), sends(2), failed(3, false)))).toBe(true);
  expect(wouldLose(form(typed(1), sends(2), failed(3, true)))).toBe(false);
  expect(wouldLose(form(typed(1), sends(2), turnedDown("closed")))).toBe(true);
  expect(wouldLose(form(typed(1), sends(2), saved(4)))).toBe(false);
});

const possible = (saving: Saving, { type }: SavingEvent): boolean => {
  if (type === "sends") return saving.flight === null && saving.change !== null && !isResting(saving);
  return type === "typed" || saving.flight !== null;
};

test("whatever happens, what was typed after the last save is still to be sent, and nothing else is", () => {
  const event = fc.constantFrom(typed(1), sends(1), saved(2), failed(1), turnedDown("refused"));
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let saving = savingAt(1, null);
      const past: string[] = [];
      for (const one of events) {
        if (!possible(saving, one)) continue;
        saving = savingAfter(saving, one);
        past.push(one.type);
        // What a save took is what was typed before it was sent.
        const taken = past.slice(0, past.lastIndexOf("saved") + 1).lastIndexOf("sends");
        expect(saving.change !== null || saving.flight !== null).toBe(past.slice(taken + 1).includes("typed"));
      }
    }),
  );
});
