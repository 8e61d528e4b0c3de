import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { follow } from "@/client/live";
import { phaseAfter } from "@/client/presence";
import { keepSending } from "@/client/queue";
import { ownMark } from "@/lib/core/answers";

const told = new Map<string, (() => void)[]>();
const page = {
  addEventListener: (name: string, hear: () => void) => told.set(name, [...(told.get(name) ?? []), hear]),
  removeEventListener: (name: string, hear: () => void) =>
    told.set(
      name,
      (told.get(name) ?? []).filter((one) => one !== hear),
    ),
};
const tell = (name: string) => {
  for (const hear of told.get(name) ?? []) hear();
};

beforeEach(() => {
  told.clear();
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", page.addEventListener);
  vi.stubGlobal("removeEventListener", page.removeEventListener);
  vi.stubGlobal("document", { ...page, visibilityState: "visible" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("sending", () => {
  const begin = (isWaiting = true) => {
    const ends: (() => void)[] = [];
    const work = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
    const sender = keepSending(work, { every: 1_000, isWaiting: () => isWaiting });
    const end = async () => {
      ends.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    };
    return { work, sender, end };
  };

  test("told while it is sending, it goes on once more and no oftener", async () => {
    const { work, sender, end } = begin();
    for (let times = 0; times < 5; times++) sender.send();
    expect(work).toHaveBeenCalledTimes(1);
    await end();
    expect(work).toHaveBeenCalledTimes(2);
    await end();
    expect(work).toHaveBeenCalledTimes(2);
  });

  test("it tries again while something waits, and when the network is back, until it is stopped", async () => {
    const { work, sender, end } = begin();
    await vi.advanceTimersByTimeAsync(1_000);
    await end();
    tell("online");
    await end();
    expect(work).toHaveBeenCalledTimes(2);
    sender.stop();
    tell("online");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(work).toHaveBeenCalledTimes(2);
    sender.send();
    expect(work).toHaveBeenCalledTimes(3);
  });

  test("it asks nothing while nothing waits, and what fails is tried again", async () => {
    const idle = begin(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(idle.work).not.toHaveBeenCalled();
    const work = vi.fn(() => Promise.reject(new Error("away")));
    keepSending(work, { every: 1_000, isWaiting: () => true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(work).toHaveBeenCalledTimes(2);
  });
});

describe("following", () => {
  class Source {
    static opened: Source[] = [];
    onmessage?: (event: { data: string }) => void;
    onerror?: () => void;
    isClosed = false;
    constructor() {
      Source.opened.push(this);
    }
    addEventListener() {}
    close() {
      this.isClosed = true;
    }
  }
  const answer = { status: 200, body: { calls: 1 } as object };
  const heard: unknown[] = [];
  const begin = () => {
    Source.opened = [];
    heard.length = 0;
    vi.stubGlobal("EventSource", Source);
    vi.stubGlobal("fetch", async () =>
      Response.json(answer.body, { status: answer.status, headers: { [ownMark]: "1" } }),
    );
    return follow("/api/calls/stream", {
      onGlance: (glance) => heard.push(glance),
      onEnd: () => heard.push("end"),
      onReach: (reached) => reached || heard.push("away"),
    });
  };

  test("asks once, then streams; while the stream fails it asks every 1.5 seconds", async () => {
    Object.assign(answer, { status: 200, body: { calls: 1 } });
    const stop = begin();
    await vi.advanceTimersByTimeAsync(0);
    expect([heard, Source.opened.length]).toEqual([[{ calls: 1 }], 1]);
    Source.opened[0]?.onmessage?.({ data: '{"calls":2}' });
    answer.status = 503;
    Source.opened[0]?.onerror?.();
    expect(Source.opened[0]?.isClosed).toBe(true);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(heard).toEqual([{ calls: 1 }, { calls: 2 }, "away", "away", "away"]);
    Object.assign(answer, { status: 200, body: { calls: 3 } });
    await vi.advanceTimersByTimeAsync(12_000);
    expect(heard.at(-1)).toEqual({ calls: 3 });
    expect(Source.opened).toHaveLength(2);
    stop();
    expect(Source.opened[1]?.isClosed).toBe(true);
  });

  test.each([401, 404])("ends at %i, and when it is told that it is over", async (status) => {
    Object.assign(answer, { status, body: {} });
    begin();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual(["end"]);
    Object.assign(answer, { status: 200, body: { over: true } });
    begin();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([heard, Source.opened.length]).toEqual([[{ over: true }], 0]);
  });

  test("a stream that says nothing within four seconds is given up for asking", async () => {
    Object.assign(answer, { status: 200, body: {} });
    const stop = begin();
    await vi.advanceTimersByTimeAsync(5_600);
    expect(Source.opened[0]?.isClosed).toBe(true);
    expect(heard.length).toBeGreaterThan(2);
    stop();
  });
});

test.each([
  [{ personId: "me", secondsLeft: 600 }, 600, "here"],
  [{ personId: "me", secondsLeft: 90 }, 90, "warning"],
  [{ personId: "me", secondsLeft: 0 }, 0, "ended"],
  [{ personId: "another", secondsLeft: 600 }, 600, "other"],
  ["ended", 600, "ended"],
  ["unreachable", 600, "here"],
  ["unreachable", -1, "ended"],
] as const)("a sign-in of which is told %o, with %i seconds left, is: %s", (told, rest, phase) => {
  expect(phaseAfter(told, "me", rest)).toBe(phase);
});
