import { describe, expect, test } from "vitest";
import { type GrantFacts, grantState } from "@/lib/companions/grants/rules";
import { lineInstant, presentIn } from "@/lib/companions/lines/rules";
import { openWithOptions, openWithWords, standOf } from "@/lib/companions/notes/opening/rules";
import { isEmpty, reasonsNotToWrite, rideHomeKeys, tickFields, ticksOf } from "@/lib/companions/notes/rules";
import { noteInput } from "@/lib/companions/notes/schema";

const at = (text: string) => new Date(text);
const zone = "America/New_York";
const session = {
  startsAt: at("2026-11-19T19:00:00Z"),
  endsAt: at("2026-11-19T22:00:00Z"),
  completedAt: null,
  state: "scheduled",
} as const;

describe("where a grant stands", () => {
  const grant: GrantFacts = {
    scope: "sessions",
    acceptedAt: at("2026-11-01T00:00:00Z"),
    endedAt: null,
    suspendedAt: null,
    invitation: { expiresAt: at("2026-11-08T00:00:00Z"), revokedAt: null },
    sessions: [session],
  };
  const open = { ...grant, acceptedAt: null };
  test.each<[string, GrantFacts, string, string]>([
    ["invited until the link runs out", open, "2026-11-07T23:59:59Z", "invited"],
    ["not answered from then on", open, "2026-11-08T00:00:00Z", "unanswered"],
    [
      "taken back",
      { ...open, invitation: { expiresAt: at("2026-11-08T00:00:00Z"), revokedAt: at("2026-11-02T00:00:00Z") } },
      "2026-11-03T00:00:00Z",
      "withdrawn",
    ],
    ["open to the last moment of the 14th day", grant, "2026-12-03T21:59:59Z", "open"],
    ["over from then on", grant, "2026-12-03T22:00:00Z", "over"],
    [
      "open for a course, whatever the day",
      { ...grant, scope: "course", sessions: [] },
      "2027-01-01T00:00:00Z",
      "open",
    ],
    ["paused by the clinic", { ...grant, suspendedAt: at("2026-11-20T00:00:00Z") }, "2026-11-21T00:00:00Z", "paused"],
    [
      "ended, also when it was paused",
      { ...grant, suspendedAt: at("2026-11-20T00:00:00Z"), endedAt: at("2026-11-21T00:00:00Z") },
      "2026-11-22T00:00:00Z",
      "ended",
    ],
  ])("%s", (_name, facts, moment, state) => {
    expect(grantState(facts, 14, at(moment))).toBe(state);
  });

  test("a session that was completed late stays open from its real end", () => {
    const late = { ...grant, sessions: [{ ...session, completedAt: at("2026-11-20T01:00:00Z") }] };
    expect(grantState(late, 14, at("2026-12-04T00:59:00Z"))).toBe("open");
  });
});

describe("what a clock time means in a session", () => {
  test.each([
    ["14:05 on the session's day", "14:05", "2026-11-19T19:05:00.000Z"],
    ["a little before it began", "13:50", "2026-11-19T18:50:00.000Z"],
    ["after midnight is the next day", "00:30", "2026-11-20T05:30:00.000Z"],
  ])("%s", (_name, time, instant) => {
    expect(lineInstant(time, session.startsAt, zone).toISOString()).toBe(instant);
  });

  test("a line without a time is kept within the session", () => {
    expect(presentIn(session, at("2026-11-19T20:00:00Z"))).toEqual(at("2026-11-19T20:00:00Z"));
    expect(presentIn(session, at("2026-11-21T20:00:00Z"))).toEqual(session.endsAt);
    expect(presentIn(session, at("2026-11-19T18:00:00Z"))).toEqual(session.startsAt);
  });
});

test("writing begins with the session, by the clock or because the therapist has started it", () => {
  expect(reasonsNotToWrite(session, at("2026-11-19T18:59:59Z"))).toHaveLength(1);
  expect(reasonsNotToWrite(session, session.startsAt)).toEqual([]);
  expect(reasonsNotToWrite({ ...session, state: "inProgress" }, at("2026-11-19T18:00:00Z"))).toEqual([]);
  expect(reasonsNotToWrite({ ...session, state: "cancelled" }, at("2026-11-20T18:00:00Z"))).toHaveLength(1);
});

describe("the debrief", () => {
  test("the ticks of the way home are kept one by one, known ones alone, in the order of the list", () => {
    const [first = "", second = ""] = rideHomeKeys;
    const fields = { [`ride:${second}`]: "on", [`ride:${first}`]: "on", "ride:elsewhere": "on", saw: "x" };
    expect(ticksOf(fields)).toEqual([first, second]);
    expect(ticksOf({ [`ride:${first}`]: "" })).toEqual([]);
    expect(ticksOf(tickFields([first, second]))).toEqual([first, second]);
    expect(new Set(rideHomeKeys).size).toBe(rideHomeKeys.length);
  });

  test("a form without a tick says that nothing is ticked, and what moved the companion may be left out", () => {
    const form = { sessionId: "01a1fda9-b7cf-7576-a2bd-fe6e30378e2d", version: "1", saw: "You slept." };
    expect(noteInput.parse(form)).toMatchObject({ rideHome: [], moved: "", intent: "draft" });
    expect(noteInput.parse({ ...form, "ride:staff": ["on"] })).toMatchObject({ rideHome: ["staff"] });
  });

  test("what moved the companion is enough to hand over, ticks alone are not", () => {
    expect(isEmpty({ saw: "", seemed: "", moved: "You laughed.", lines: [] })).toBe(false);
    expect(isEmpty({ saw: "", seemed: "", lines: [] })).toBe(true);
  });
});

describe("what the patient has opened", () => {
  const day = at("2026-11-20T10:00:00Z");
  test.each([
    ["waits until it is opened", null, null, null, "waiting"],
    ["is open by itself", day, null, null, "open"],
    ["is open with the whole note", null, null, day, "open"],
    ["is out of sight once it is set aside, open or not", day, day, day, "aside"],
    ["may be set aside before it is opened", null, day, null, "aside"],
  ])("a line %s", (_name, openedAt, setAsideAt, noteOpenedAt, stand) => {
    expect(standOf({ openedAt, setAsideAt }, noteOpenedAt)).toBe(stand);
  });

  test("with whom to open it is said in the companion's name", () => {
    expect(openWithOptions("Sam").map(({ label }) => label)).toEqual(["On my own", "With Sam", "With my therapist"]);
    expect(openWithWords("companion", "Sam")).toBe("You wanted to open it with Sam.");
  });
});
