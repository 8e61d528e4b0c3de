import { expect, test } from "vitest";
import { standingWords } from "@/components/room/standing-words";
import { newestCalls } from "@/lib/companions/calls/rules";
import { clockOffset, lastingWords, lookInDue } from "@/lib/companions/room/device/rules";
import { isRoomOpen, keptTime, reasonNotToKeep, runsOf } from "@/lib/companions/room/rules";
import { batchInput } from "@/lib/companions/room/schema";

const zone = "America/New_York";
const at = (time: string) => new Date(`2026-11-21T${time}:00-05:00`);
const session = { state: "inProgress", startsAt: at("14:00"), endsAt: at("17:00"), completedAt: null } as const;

test("the room opens with the day of the session, on the clinic's clock, and closes twelve hours after its end", () => {
  expect(isRoomOpen(session, new Date("2026-11-21T04:59:59Z"), zone)).toBe(false);
  expect(isRoomOpen(session, new Date("2026-11-21T05:00:00Z"), zone)).toBe(true);
  expect(isRoomOpen(session, new Date(at("17:00").getTime() + 12 * 3_600_000), zone)).toBe(true);
  expect(isRoomOpen(session, new Date(at("17:00").getTime() + 12 * 3_600_000 + 1), zone)).toBe(false);
  expect(isRoomOpen({ ...session, completedAt: at("15:00") }, new Date("2026-11-22T08:00:01Z"), zone)).toBe(false);
});

test("nothing is kept of a session that did not take place", () => {
  for (const state of ["cancelled", "noShow"] as const) {
    expect(reasonNotToKeep({ ...session, state }, at("15:00"), zone)).toBe("This session did not take place.");
  }
  expect(reasonNotToKeep({ ...session, state: "scheduled" }, at("13:00"), zone)).toBeNull();
});

test("a time is kept as it is between the day's beginning and now", () => {
  const now = at("16:00");
  expect(keptTime(at("14:22"), session, now, zone)).toEqual(at("14:22"));
  expect(keptTime(at("18:00"), session, now, zone)).toEqual(now);
  expect(keptTime(new Date("2026-11-20T12:00:00Z"), session, now, zone)).toEqual(new Date("2026-11-21T05:00:00Z"));
});

test("the reminder to look in begins anew with every look, and with the session's beginning", () => {
  const minutes = 15;
  const begunAt = at("14:00").getTime();
  expect(lookInDue({ lastLookIn: null, begunAt, minutes })).toBe(at("14:15").getTime());
  expect(lookInDue({ lastLookIn: at("14:20").getTime(), begunAt, minutes })).toBe(at("14:35").getTime());
  expect(lookInDue({ lastLookIn: at("13:50").getTime(), begunAt, minutes })).toBe(at("14:15").getTime());
});

test("a device that is two minutes behind learns it from a quick answer", () => {
  expect(clockOffset(1_000, 1_200, 121_100)).toBe(120_000);
});

test.each([
  [0, "0 minutes"],
  [1, "1 minute"],
  [31, "31 minutes"],
  [60, "1 hour"],
  [125, "2 hours 5 minutes"],
])("a session of %i minutes lasts %s", (minutes, words) => {
  expect(lastingWords(0, minutes * 60_000 + 59_000)).toBe(words);
});

test("neighbours of one kind are kept together and everything in its order", () => {
  const items = ["line", "line", "lookIn", "line", "call", "call"].map((kind, n) => ({ kind, n }));
  expect(runsOf(items).map((run) => run.map(({ n }) => n))).toEqual([[0, 1], [2], [3], [4, 5]]);
  expect(runsOf([])).toEqual([]);
});

test("words are never turned away: what cannot be stored is left out of them", () => {
  const item = { kind: "line", id: "01a1fde0-4ac5-72b6-8f83-051fc6410479", at: "2026-11-21T14:00:00.000Z" };
  const parse = (text: string) => batchInput.parse({ sessionId: item.id, items: [{ ...item, text }] }).items[0];
  expect(parse(" By\u0000 the door.\r\nNow. ")).toMatchObject({ text: "By the door.\nNow." });
  expect(parse("a".repeat(3_000))).toMatchObject({ text: "a".repeat(1_000) });
});

test("open calls come before answered ones, one for each companion in each session", () => {
  const call = (id: string, authorId: string, acknowledgedAt: Date | null) => ({
    id,
    sessionId: "s",
    authorId,
    acknowledgedAt,
  });
  const calls = [
    call("4", "jo", at("15:00")),
    call("3", "sam", null),
    call("2", "sam", null),
    call("1", "jo", at("14:00")),
  ];
  expect(newestCalls(calls).map(({ id, open }) => [id, open])).toEqual([
    ["3", 2],
    ["4", 0],
  ]);
});

test("the line of the room's standing is empty while all is well", () => {
  expect(standingWords(0, "here", false)).toBe("");
  expect(standingWords(2, "here", false)).toBe("");
  expect(standingWords(1, "away", false)).toBe("saved, waiting for network: 1");
  expect(standingWords(1, "away", true)).toBe("Leave this page open: 1 to send");
  const why = "The clinic's server does not allow this. Tell the clinic this number: 403.";
  expect(standingWords(2, "away", false, why)).toBe(`${why} Saved here: 2`);
  expect(standingWords(2, "away", true, why)).toBe(`${why} Leave this page open: 2 to send`);
  expect(standingWords(0, "away", false, why)).toBe(`${why} Leave this page open.`);
});
