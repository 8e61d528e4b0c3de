import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { meaningOf } from "@/client/autosave/plan";
import { outcomeOf, whoIsHere } from "@/client/fragments";
import { send } from "@/client/send";
import { heard, ownMark, reasonWords } from "@/lib/core/answers";

const page = "<html><body>Sign in to the guest network</body></html>";
const strange = (status: number) => new Response(page, { status, headers: { "content-type": "text/html" } });
const own = (status: number, body: object) => Response.json(body, { status, headers: { [ownMark]: "1" } });

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
  test.each([200, 401, 403, 404, 502])("a page in its place, with %i, takes no fragment of quiet mode", (status) => {
    expect(outcomeOf({ status, isOwn: false, body: {} })).toMatchObject({ standing: "away", why: expect.any(String) });
  });

  test("a fragment that is too large for the way stays, and the next one has its turn", () => {
    expect(outcomeOf({ status: 413, isOwn: false, body: {} })).toMatchObject({ standing: "refused", why: /413/ });
    expect(outcomeOf({ status: 200, isOwn: true, body: {} })).toEqual({ standing: "taken" });
    expect(outcomeOf({ status: 0, isOwn: false, body: {} })).toEqual({ standing: "away" });
  });

  test("a page in its place, with 401, signs nobody out", async () => {
    answerWith(strange(401));
    expect(await whoIsHere()).toMatchObject({ standing: "away" });
    answerWith(own(401, {}));
    expect(await whoIsHere()).toEqual({ standing: "signedOut" });
  });

  test("a page in its place, with 200, saves no text", async () => {
    answerWith(strange(200));
    const answer = await send("/api/notes/1", { method: "PUT", json: {} });
    expect([answer, meaningOf(answer)]).toEqual([{ status: 200, isOwn: false, body: {} }, "away"]);
    answerWith(own(200, { version: 3 }));
    expect(await send("/api/notes/1", { method: "PUT", json: {} })).toEqual({
      status: 200,
      isOwn: true,
      body: { version: 3 },
    });
  });

  test("the worker of quiet mode looks for the same mark before it keeps a page", () => {
    const worker = readFileSync("public/sw.js", "utf8");
    expect(worker).toContain(`const ownMark = "${ownMark}"`);
    expect(worker.match(/!answer\.headers\.has\(ownMark\)\) throw/g)).toHaveLength(2);
  });
});
