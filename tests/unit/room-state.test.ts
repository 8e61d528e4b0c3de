import { describe, expect, test } from "vitest";
import { type Reach, type RoomEvent, type RoomState, roomAfter, roomAt } from "@/client/room/state";

const first = roomAt({ lines: [], calls: [], lastLookIn: null, begunAt: 0, isUnderWay: true, isOver: false });
const at = "2026-11-27T10:00:00.000Z";
const line = { id: "2", kind: "line", at, text: "By the door." } as const;
const call = { id: "3", kind: "call", at } as const;
const roomWith = (...events: RoomEvent[]) => events.reduce(roomAfter, first);
const kept: RoomEvent = { type: "kept", things: [line, call, { id: "4", kind: "lookIn", at }] };
const unsent = (standing: "away" | "signedOut" | "gone" | "closed" | "refused", why?: string): RoomEvent => ({
  type: "unsent",
  outcome: { standing, why },
});

describe("what happens in a room", () => {
  test("is on the screen and waits, until the portal has it", () => {
    const room = roomWith(kept);
    expect(room.lines).toEqual([{ id: "2", at: Date.parse(at), text: "By the door." }]);
    expect(room.calls).toMatchObject([{ id: "3", acknowledgedAt: null }]);
    expect(room.looked).toBe(Date.parse(at));
    expect([...room.waiting]).toEqual(["2", "3", "4"]);
    const sent = roomAfter(room, { type: "sent", ids: ["2", "4"], isLoose: false });
    expect([...sent.waiting]).toEqual(["3"]);
    expect(sent.lines).toHaveLength(1);
  });

  test("is shown once, however often it is found, and lines stand in the order of their times", () => {
    const earlier = { id: "9", kind: "line", at: "2026-11-27T09:00:00.000Z", text: "Before." } as const;
    expect(roomWith(kept, kept, { type: "kept", things: [earlier] }).lines.map(({ id }) => id)).toEqual(["9", "2"]);
  });

  test("an answered call is known, and one that the portal has not yet stays", () => {
    const told = { id: "1", at, acknowledgedAt: at, by: "Ben Sato" };
    const room = roomWith(kept, { type: "told", glance: { calls: [told] } });
    expect(room.calls.map(({ id, by }) => [id, by])).toEqual([
      ["1", "Ben Sato"],
      ["3", null],
    ]);
  });
});

describe("where the companion stands", () => {
  const reached = (from: Reach, event: RoomEvent) => roomAfter({ ...first, reach: from }, event).reach;
  const told = (glance: object): RoomEvent => ({ type: "told", glance });
  const rows: [string, RoomEvent, Partial<Record<Reach, Reach>>][] = [
    ["sent", { type: "sent", ids: [], isLoose: false }, { away: "here", signedOut: "here", closed: "here" }],
    ["the portal is away", unsent("away"), { here: "away", signedOut: "away", closed: "away" }],
    ["signed out while sending", unsent("signedOut"), { here: "signedOut", away: "signedOut", closed: "signedOut" }],
    ["access has ended", unsent("gone"), { here: "ended", away: "ended", signedOut: "ended", closed: "ended" }],
    ["the note takes no more", unsent("closed"), { here: "closed", away: "closed", signedOut: "closed" }],
    ["told something", told({}), { away: "here", signedOut: "here" }],
    [
      "told that access has ended",
      told({ over: true, why: "ended" }),
      { here: "ended", away: "ended", signedOut: "ended", closed: "ended" },
    ],
    [
      "told that nobody is signed in",
      told({ over: true, why: "signedOut" }),
      { here: "signedOut", away: "signedOut", closed: "signedOut" },
    ],
    ["nothing more is told", { type: "dismissed" }, { here: "signedOut", away: "signedOut", closed: "signedOut" }],
    ["the stream is reached", { type: "reached" }, {}],
    ["the stream is out of reach", { type: "unreached" }, { here: "away" }],
  ];
  test.each(rows)("%s", (_name, event, changes) => {
    for (const from of ["here", "away", "signedOut", "closed", "ended"] as const)
      expect(reached(from, event), from).toBe(changes[from] ?? from);
  });

  test("once access has ended, nothing is shown and nothing changes any more", () => {
    const ended: RoomState = roomWith(kept, unsent("gone"));
    expect(ended).toMatchObject({ reach: "ended", lines: [], calls: [], waiting: new Set() });
    expect(roomAfter(ended, kept)).toBe(ended);
  });

  test("what something on the way said is told until the portal is reached again", () => {
    const away = roomWith(unsent("away", "The clinic's server asks to wait a moment (429)."));
    expect(away.why).toMatch(/429/);
    expect(roomAfter(away, { type: "reached" }).why).toBe("");
  });
});
