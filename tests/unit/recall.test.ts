import { describe, expect, test } from "vitest";
import { clockOf, marksOf, shortName } from "@/components/recall/geometry";
import { quoteInstant, reasonNotToQuote } from "@/lib/quotes/rules";
import { newQuoteInput } from "@/lib/quotes/schema";
import { inOrder, moved, ownerWords, spanOf } from "@/lib/recall/rules";
import { arrangeInput } from "@/lib/recall/schema";

const at = (time: string, day = "09") => new Date(`2026-11-${day}T${time}:00Z`);
const session = { startsAt: at("14:00"), endsAt: at("17:00"), startedAt: null, completedAt: null };
const ids = (things: { id: string }[]) => things.map(({ id }) => id).join("");
const thing = (id: string, time: string, position: number | null = null) => ({ id, at: at(time), position });

describe("what lies near a session", () => {
  test("is from its beginning until a day after its end, as they were, else as they were planned", () => {
    expect(spanOf(session)).toEqual({ start: at("14:00"), end: at("17:00"), until: at("17:00", "10") });
    const real = { ...session, startedAt: at("14:20"), completedAt: at("16:45") };
    expect(spanOf(real)).toEqual({ start: at("14:20"), end: at("16:45"), until: at("16:45", "10") });
  });

  test("a session that began after it should have ended takes two hours", () => {
    expect(spanOf({ ...session, startedAt: at("18:00") }).end).toEqual(at("20:00"));
  });
});

describe("the order on the desk", () => {
  test("is by time until the patient gives it another", () => {
    expect(ids(inOrder([thing("c", "15:00"), thing("a", "14:10"), thing("b", "14:20")]))).toBe("abc");
    expect(ids(inOrder([thing("c", "15:00", 0), thing("a", "14:10", 2), thing("b", "14:20", 1)]))).toBe("cba");
  });

  test("what comes later stands by its time among what was laid out, without moving that", () => {
    const laid = [thing("c", "15:00", 0), thing("a", "14:10", 1)];
    expect(ids(inOrder([...laid, thing("x", "14:30")]))).toBe("xca");
    expect(ids(inOrder([...laid, thing("y", "16:00")]))).toBe("cay");
  });

  test("a thing is moved past its neighbour, and a second time changes nothing", () => {
    const up = moved(["a", "b", "c"], "c", "up", "b");
    expect(up).toEqual(["a", "c", "b"]);
    expect(moved(up, "c", "up", "b")).toEqual(up);
    expect(moved(["a", "b", "c"], "a", "down", "b")).toEqual(["b", "a", "c"]);
    const order = ["a"];
    expect(moved(order, "a", "up", "gone")).toBe(order);
  });
});

test("a button says one thing that it does, and nothing else is taken", () => {
  const [sessionId, one, other] = [1, 2, 3].map((n) => `01a1fda9-b6b9-73f5-843b-d159a2aa857${n}`);
  const act = (words: string) => arrangeInput.safeParse({ sessionId, act: words });
  expect(act(`bring.${one}`).data).toEqual({ sessionId, change: "bring", subjectId: one, past: undefined });
  expect(act(`up.${one}.${other}`).data).toMatchObject({ change: "up", past: other });
  for (const words of [`up.${one}`, `bring.${one}.${other}`, "bring", `delete.${one}`, "bring.x", ""]) {
    expect(act(words).success).toBe(false);
  }
});

test("a line says who said it and who wrote it down", () => {
  expect(ownerWords({ owner: "companion", by: "Sam" })).toBe("You said it; Sam wrote it down");
  expect(ownerWords({ owner: "therapist", by: "Ana" })).toBe("You said it; Ana wrote it down and shared it with you");
});

describe("the clock of the picture", () => {
  const span = { start: at("14:00"), end: at("17:00") };

  test("gives the session its whole width while nothing came after it", () => {
    const clock = clockOf(span, [at("15:30")]);
    expect(clock).toMatchObject({ start: 7, end: 93, after: false });
    expect(clock.place(at("15:30"))).toBe(50);
  });

  test("keeps a part for the day after, and everything inside the edge", () => {
    const times = [at("13:00"), at("14:00"), at("17:00"), at("09:00", "10"), at("16:00", "10")];
    const clock = clockOf(span, times);
    const xs = times.map(clock.place);
    expect(clock).toMatchObject({ end: 68, after: true });
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...xs)).toBeLessThanOrEqual(96);
  });

  test("holds however many lines in few marks, each with how many there are", () => {
    const lines = Array.from({ length: 500 }, (_, i) => ({ id: i, at: new Date(+at("14:00") + i * 20_000) }));
    const marks = marksOf(lines, clockOf(span, []).place, 7);
    expect(marks.length).toBeLessThan(15);
    expect(marks.reduce((sum, { many }) => sum + many, 0)).toBe(500);
  });

  test("cuts names that have no room", () => {
    expect(shortName("Sam", 8)).toBe("Sam");
    expect(shortName("Ana Maria Reyes", 8)).toBe("Ana");
    expect(shortName("Maximiliane", 8)).toBe("Maximil…");
  });
});

describe("what a therapist writes down", () => {
  const running = { state: "inProgress", startsAt: at("14:00"), startedAt: at("14:05") } as const;

  test("is of a dosing session under way or done", () => {
    expect(reasonNotToQuote({ kind: "dosing", state: "completed" })).toBeNull();
    expect(reasonNotToQuote({ kind: "dosing", state: "checkedIn" })).toMatch(/once the session has begun/);
    expect(reasonNotToQuote({ kind: "integration", state: "inProgress" })).toMatch(/dosing/);
  });

  test("has the time it was said, or the present while the session is under way, never one to come", () => {
    expect(quoteInstant("", running, "UTC", at("15:00"))).toEqual(at("15:00"));
    expect(quoteInstant("14:22", running, "UTC", at("15:00"))).toEqual(at("14:22"));
    expect(quoteInstant("15:22", running, "UTC", at("15:00"))).toBeNull();
    expect(quoteInstant("", { ...running, state: "completed" }, "UTC", at("18:00"))).toBeNull();
  });

  test("takes a time as browsers send it", () => {
    const sessionId = "01a1fda9-b6b9-73f5-843b-d159a2aa8571";
    expect(newQuoteInput.parse({ sessionId, time: "14:05:30", text: " Heavy. " })).toMatchObject({
      time: "14:05",
      text: "Heavy.",
    });
    expect(newQuoteInput.safeParse({ sessionId, time: "25:00", text: "x" }).success).toBe(false);
  });
});
