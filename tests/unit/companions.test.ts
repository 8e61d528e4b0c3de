import { describe, expect, test } from "vitest";
import { type GrantFacts, grantState } from "@/lib/companions/grants/rules";
import { lineInstant, presentIn } from "@/lib/companions/lines/rules";
import { reasonsNotToWrite } from "@/lib/companions/notes/rules";

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
