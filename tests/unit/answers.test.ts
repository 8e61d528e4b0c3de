import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { put } from "@/components/autosave/put";
import { outcomeOf } from "@/components/quiet/device";
import { whoIsHere } from "@/components/quiet/here";
import { sendWaiting } from "@/components/room/sending";
import { heard, ownMark, reasonWords } from "@/lib/core/answers";

const page = "<html><body>Sign in to the guest network</body></html>";
const strange = (status: number) => new Response(page, { status, headers: { "content-type": "text/html" } });
const own = (status: number, body: object) => Response.json(body, { status, headers: { [ownMark]: "1" } });

const queue = vi.hoisted(() => ({ waiting: [] as { id: string; kind: string; at: string; text: string }[] }));
vi.mock("@/components/room/queue", () => ({
  listWaiting: async () => queue.waiting.map((one) => ({ ...one, sessionId: "s" })),
  letGo: async (ids: string[]) => {
    queue.waiting = queue.waiting.filter(({ id }) => !ids.includes(id));
  },
}));

const answerWith = (answer: Response) => {
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("fetch", async () => answer.clone());
};
afterEach(() => vi.unstubAllGlobals());

describe("why something could not be done is said by the number that came back", () => {
  test.each([
    [0, false, /^The portal does not answer\.$/],
    [413, false, /larger than the clinic's server lets through.*413/],
    [403, false, /does not allow this.*403/],
    [401, false, /a sign-in of its own \(401\)/],
    [511, false, /a sign-in of its own \(511\)/],
    [429, false, /wait a moment \(429\)/],
    [502, false, /does not reach the portal just now \(502\)/],
    [503, false, /does not reach the portal just now \(503\)/],
    [504, false, /does not reach the portal just now \(504\)/],
    [200, false, /answered in the portal's place \(200\)/],
    [500, true, /The portal could not do this just now \(500\)/],
  ])("%i, the portal's own: %s", (status, isOwn, words) => expect(reasonWords({ status, isOwn })).toMatch(words));

  test("an answer is the portal's by its mark alone, whatever its form", () => {
    expect(heard(own(200, {})).isOwn).toBe(true);
    expect(heard(Response.json({ message: "Forbidden" }, { status: 403 })).isOwn).toBe(false);
  });
});

describe("what a device keeps leaves it by the portal's word alone", () => {
  const person = { personId: "p", deviceKey: "k" };
  const line = { id: "1", kind: "line", at: "2026-11-27T10:00:00Z", text: "By the door." };

  test.each([200, 404, 409, 422])("a page in the portal's place, with %i, takes no line of a room", async (status) => {
    queue.waiting = [line];
    answerWith(strange(status));
    const { standing, why } = await sendWaiting(person, "s", "words");
    expect([standing, why]).toEqual(["away", reasonWords({ status, isOwn: false })]);
    expect(queue.waiting).toEqual([line]);
  });

  test("the portal takes it", async () => {
    queue.waiting = [line];
    answerWith(own(200, { now: 0 }));
    expect(await sendWaiting(person, "s", "words")).toEqual({ standing: "sent" });
    expect(queue.waiting).toEqual([]);
  });

  test.each([200, 401, 403, 404, 502])("a page in its place, with %i, takes no fragment of quiet mode", (status) => {
    expect(outcomeOf({ status, isOwn: false })).toMatchObject({ standing: "away", why: expect.any(String) });
  });

  test("a fragment that is too large for the way stays, and the next one has its turn", () => {
    expect(outcomeOf({ status: 413, isOwn: false })).toMatchObject({ standing: "refused", why: /413/ });
    expect(outcomeOf({ status: 200, isOwn: true })).toEqual({ standing: "sent" });
    expect(outcomeOf({ status: 0, isOwn: false })).toEqual({ standing: "away" });
  });

  test("a page in its place, with 401, signs nobody out", async () => {
    answerWith(strange(401));
    expect(await whoIsHere()).toMatchObject({ standing: "away" });
    answerWith(own(401, {}));
    expect(await whoIsHere()).toEqual({ standing: "signedOut" });
  });

  test("a page in its place, with 200, saves no text", async () => {
    answerWith(strange(200));
    expect(await put("/api/notes/1", "me", "{}", false)).toEqual({
      status: 200,
      isOwn: false,
      message: expect.any(String),
    });
    answerWith(own(200, { version: 3 }));
    expect(await put("/api/notes/1", "me", "{}", false)).toMatchObject({ status: 200, isOwn: true, version: 3 });
  });

  test("the worker of quiet mode looks for the same mark before it keeps a page", () => {
    const worker = readFileSync("public/sw.js", "utf8");
    expect(worker).toContain(`const ownMark = "${ownMark}"`);
    expect(worker.match(/!answer\.headers\.has\(ownMark\)\) throw/g)).toHaveLength(2);
  });
});
