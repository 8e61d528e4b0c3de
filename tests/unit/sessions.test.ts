import { describe, expect, test } from "vitest";
import {
  edges,
  hasBegun,
  isAhead,
  isOver,
  reasonNotToMove,
  type SessionState,
  sessionTitle,
  sinceStart,
  timeRecorded,
} from "@/lib/sessions/rules";
import { scheduleInput } from "@/lib/sessions/schema";

const states = Object.keys(edges) as SessionState[];
const at = (time: string) => new Date(`2026-11-19T${time}:00Z`);

describe("states of a session", () => {
  test("every state is ahead, under way or over, and only one of them is under way", () => {
    for (const state of states) {
      const under = state === "inProgress";
      expect([isAhead({ state }), under, isOver({ state })].filter(Boolean), state).toHaveLength(1);
    }
    expect(states.filter((state) => hasBegun({ state }))).toEqual(["inProgress", "completed"]);
  });

  test("a step that is refused has a reason, one that is allowed has none", () => {
    for (const from of states)
      for (const to of states) expect(reasonNotToMove({ state: from }, to) === null).toBe(edges[from].includes(to));
    expect(reasonNotToMove({ state: "cancelled" }, "inProgress")).toBe(
      "This session is cancelled, so it cannot be started.",
    );
  });

  test("what is over stays as it is", () => {
    for (const state of states.filter((state) => isOver({ state }))) expect(edges[state]).toEqual([]);
  });
});

test("a session is called by its number in the course where that is known", () => {
  expect(sessionTitle({ kind: "dosing", number: 3 })).toBe("Dosing 3");
  expect(sessionTitle({ kind: "integration" })).toBe("Integration session");
});

test.each([
  ["14:22", "+22 min"],
  ["14:00", "+0 min"],
  ["13:55", "−5 min"],
  ["15:05", "+1 h 05 min"],
  ["12:30", "−1 h 30 min"],
])("a line of %s in a session from 14:00 is at %s", (time, words) => {
  expect(sinceStart(at("14:00"), at(time))).toBe(words);
});

test("what is recorded on time has the present time, what is recorded half a day later that of the plan", () => {
  expect(timeRecorded(at("02:00"), at("02:10"))).toEqual(at("02:10"));
  expect(timeRecorded(at("02:00"), at("14:00"))).toEqual(at("14:00"));
  expect(timeRecorded(at("02:00"), at("14:01"))).toEqual(at("02:00"));
});

describe("what a form may send", () => {
  const id = "01a1fbf0-4806-70bf-8fa2-7cbe4005dce1";
  const input = { patientId: id, therapistId: id, kind: "dosing", startsAt: "2026-11-21T14:00", minutes: "90" };

  test("a whole form is read", () => {
    expect(scheduleInput.parse(input)).toEqual({ ...input, minutes: 90, place: "" });
  });

  test.each([
    ["startsAt", ""],
    ["startsAt", "2026-02-30T10:00"],
    ["startsAt", "2026-13-01T10:00"],
    ["startsAt", "20261-01-01T10:00"],
    ["startsAt", "2026-11-21T25:00"],
    ["minutes", "0"],
    ["minutes", "-60"],
    ["minutes", "1e9"],
    ["minutes", "12.5"],
    ["minutes", "soon"],
    ["kind", "party"],
    ["therapistId", "nobody"],
  ])("%s as “%s” is refused at its field", (field, value) => {
    const { error } = scheduleInput.safeParse({ ...input, [field]: value });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
