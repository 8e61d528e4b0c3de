import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { draftAt, forgetAllDrafts, type Kept } from "@/client/drafts";
import { becomeWriter, type Fragment, forgetWriter, isAnythingKept, keepHere, sendKept } from "@/client/fragments";
import { newId } from "@/client/ids";
import { isLoose, keepThing, listWaiting, sendAllWaiting, sendWaiting, type Thing } from "@/client/room/waiting";
import { keyOf, seal, sealJson } from "@/client/seal";
import { findWriter, listRows, removeAll, removeWriter } from "@/client/store";
import { ownMark } from "@/lib/core/answers";

const deviceKey = Buffer.alloc(32, 7).toString("base64");
const noor = { personId: newId(), deviceKey };
const sam = { personId: newId(), deviceKey: Buffer.alloc(32, 9).toString("base64") };
const session = newId();

const storage = new Map<string, string>();
type Asked = { url: string; writer: string | null; body: string };
let asked: Asked[] = [];
/** What the portal answers, in order; the last one again and again. */
let answers: (() => Response)[] = [];

const own = (status: number, body: object = {}) => Response.json(body, { status, headers: { [ownMark]: "1" } });
const strange = (status: number) => new Response("Sign in to the guest network", { status });
const answerWith = (...given: (() => Response)[]) => {
  answers = given;
};

beforeEach(() => {
  asked = [];
  answerWith(() => own(200));
  storage.clear();
  vi.stubGlobal(
    "localStorage",
    new Proxy(
      {
        getItem: (name: string) => storage.get(name) ?? null,
        removeItem: (name: string) => storage.delete(name),
      },
      {
        ownKeys: () => [...storage.keys()],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    ),
  );
  vi.stubGlobal("fetch", async (url: string, { headers, body }: RequestInit) => {
    const text = typeof body === "string" ? body : Buffer.from(body as ArrayBuffer).toString();
    asked.push({ url, writer: new Headers(headers).get("x-writer"), body: text });
    const [answer, ...rest] = answers;
    if (rest.length > 0) answers = rest;
    if (!answer) throw new TypeError("no network");
    return answer();
  });
});

afterEach(async () => {
  await removeAll("");
  await removeWriter();
  vi.unstubAllGlobals();
});

const line = (text: string): Thing => ({ id: newId(), kind: "line", at: new Date().toISOString(), text });
const itemsOf = ({ body }: Asked) => (JSON.parse(body).items as Thing[]).map(({ text, kind }) => text ?? kind);

describe("what a room keeps on a device", () => {
  test("is sealed, is read again in its order by the same person alone, and by nobody else", async () => {
    for (const text of ["one", "two"]) await keepThing(noor, session, line(text));
    const rows = await listRows("room.");
    expect(rows).toHaveLength(2);
    for (const { sealed } of rows) expect(Buffer.from(sealed.body).includes("one")).toBe(false);
    expect((await listWaiting(noor, session)).map(({ text }) => text)).toEqual(["one", "two"]);
    expect(await listWaiting(sam, session)).toEqual([]);
    expect(await listWaiting({ ...noor, deviceKey: sam.deviceKey })).toEqual([]);
  });

  test("goes to the portal in its order and once, calls on a way of their own", async () => {
    for (const text of ["one", "two"]) await keepThing(noor, session, line(text));
    await keepThing(noor, session, { id: newId(), kind: "call", at: new Date().toISOString() });
    expect(await sendWaiting(noor, session, "calls")).toEqual({ standing: "taken" });
    await sendAllWaiting(noor);
    await sendAllWaiting(noor);
    expect(asked.map(itemsOf)).toEqual([["call"], ["one", "two"]]);
    expect(asked.map(({ url, writer }) => [url, writer])).toEqual(
      Array(2).fill([`/api/room/${session}`, noor.personId]),
    );
    expect(await listWaiting(noor)).toEqual([]);
  });

  test.each([200, 404, 409, 422, 423])("is not taken by a page in the portal's place with %i", async (status) => {
    await keepThing(noor, session, line("By the door."));
    answerWith(() => strange(status));
    const outcome = await sendWaiting(noor, session, "words");
    expect(["away", "refused"]).toContain(outcome.standing);
    expect(await listWaiting(noor)).toHaveLength(1);
  });

  test("waits while the portal is away, while signed out, and when the note is closed", async () => {
    await keepThing(noor, session, line("By the door."));
    for (const [answer, standing] of [
      [() => own(503), "away"],
      [() => own(401, { message: "You are signed out." }), "signedOut"],
      [() => own(423, { message: "You have handed over your note." }), "closed"],
      [() => own(404), "away"],
    ] as const) {
      answerWith(answer);
      expect(await sendWaiting(noor, session, "words")).toMatchObject({ standing });
    }
    answerWith();
    expect(await sendWaiting(noor, session, "words")).toMatchObject({ standing: "away" });
    expect(await listWaiting(noor)).toHaveLength(1);
  });

  test("is offered to the patient's drawer when access has ended, and then nothing stays", async () => {
    await keepThing(noor, session, line("By the door."));
    await keepThing(noor, session, { id: newId(), kind: "lookIn", at: new Date().toISOString() });
    const ended = () => own(404, { message: "This is not here, or no longer." });
    answerWith(ended, () => own(503));
    expect(await sendWaiting(noor, session, "words")).toMatchObject({ standing: "gone" });
    expect(await listWaiting(noor)).toHaveLength(2);
    answerWith(ended, () => own(200, { kept: 1 }));
    await sendWaiting(noor, session, "words");
    expect(asked.at(-1)).toMatchObject({ url: "/api/drawer", body: expect.stringContaining("By the door.") });
    expect(await listWaiting(noor)).toEqual([]);
  });

  test("lives in the open page where the browser stores nothing, and goes out all the same", async () => {
    vi.stubGlobal("crypto", { ...crypto, subtle: undefined, getRandomValues: crypto.getRandomValues.bind(crypto) });
    await keepThing(noor, session, line("By the door."));
    expect(isLoose()).toBe(true);
    await sendWaiting(noor, session, "words");
    expect(asked.map(itemsOf)).toEqual([["By the door."]]);
    expect(isLoose()).toBe(false);
  });
});

describe("what quiet mode keeps on a device", () => {
  const fragment = (text: string, voice: string | null = null): Fragment => ({
    ...{ id: newId(), text, colour: "ember", at: new Date().toISOString() },
    voice: voice === null ? null : new Blob([voice], { type: "audio/webm" }),
  });

  test("is kept for the writer alone, and for nobody after signing out", async () => {
    expect(await keepHere(fragment("nobody's"))).toBe(false);
    await becomeWriter(noor);
    expect((await findWriter())?.key.usages).toEqual(["encrypt"]);
    expect(await keepHere(fragment("mine"))).toBe(true);
    await forgetWriter();
    expect(await keepHere(fragment("nobody's"))).toBe(false);
    expect(await listRows("quiet.")).toHaveLength(1);
  });

  test("goes to the portal once, words before their voice, when the same person is back", async () => {
    await becomeWriter(noor);
    const [first, second] = [fragment("one", "a voice"), fragment("two")];
    for (const one of [first, second]) await keepHere(one);
    expect(await sendKept(sam)).toEqual({ standing: "taken" });
    expect(asked).toEqual([]);
    expect(await sendKept(noor)).toMatchObject({ standing: "taken" });
    expect(asked.map(({ url }) => url.split("?")[0])).toEqual(["/api/fragments", "/api/media", "/api/fragments"]);
    expect(JSON.parse(asked[0]?.body ?? "")).toMatchObject({ id: first.id, text: "one", colour: "ember" });
    expect(asked[1]).toMatchObject({ url: expect.stringContaining(`entryId=${first.id}`), body: "a voice" });
    expect(await isAnythingKept()).toBe(false);
  });

  test("stays when the portal does not take it, and holds up nothing", async () => {
    await becomeWriter(noor);
    for (const text of ["one", "two"]) await keepHere(fragment(text));
    answerWith(
      () => own(422, { message: "Use 1000 characters or fewer" }),
      () => own(200),
    );
    expect(await sendKept(noor)).toMatchObject({ standing: "refused" });
    expect(asked).toHaveLength(2);
    expect(await listRows("quiet.")).toHaveLength(1);
  });
});

describe("drafts on a device", () => {
  const kept = (text: string, at = 1): Kept => ({ fields: { text: [text] }, version: 3, at });
  const slot = `${noor.personId}.journal.1`;

  test("of other pages are found, the newest first, and one's own is not among them", async () => {
    const [first, second, third] = [draftAt(slot, deviceKey), draftAt(slot, deviceKey), draftAt(slot, deviceKey)];
    expect(await first.keep(kept("one", 1))).toBe(true);
    await second.keep(kept("two", 2));
    await third.keep(kept("three", 3));
    expect((await third.listOthers()).map(({ kept }) => kept.fields.text)).toEqual([["two"], ["one"]]);
    expect(await draftAt(slot, sam.deviceKey).listOthers()).toEqual([]);
    await second.forget();
    expect(await third.listOthers()).toHaveLength(1);
  });

  test("end with signing out, those of former builds too", async () => {
    await draftAt(slot, deviceKey).keep(kept("one"));
    storage.set(`threshold.draft.${slot}.abc`, "x.y");
    storage.set("another.site", "stays");
    await forgetAllDrafts();
    expect(await draftAt(slot, deviceKey).listOthers()).toEqual([]);
    expect([...storage.keys()]).toEqual(["another.site"]);
  });

  test("of a former build are taken over once, and are still to be read", async () => {
    const { iv, body } = await sealJson(await keyOf(deviceKey), slot, kept("from before"));
    const text = [iv, new Uint8Array(body)].map((bytes) => Buffer.from(bytes).toString("base64")).join(".");
    storage.set(`threshold.draft.${slot}.abc`, text);
    storage.set(`threshold.draft.${slot}.broken`, "%%%");
    const found = await draftAt(slot, deviceKey).listOthers();
    expect(found.map(({ kept }) => kept)).toEqual([kept("from before")]);
    expect([...storage.keys()]).toEqual([`threshold.draft.${slot}.broken`]);
    expect(await draftAt(slot, deviceKey).listOthers()).toHaveLength(1);
  });
});

describe("what former builds kept", () => {
  test("in two stores of their own is taken over, and goes to the portal like everything else", async () => {
    vi.resetModules();
    const key = await keyOf(deviceKey);
    const thing = line("In the old room.");
    const room = await openDB("threshold-room", 1, {
      upgrade: (db) => void db.createObjectStore("kept", { keyPath: "id" }),
    });
    const sealed = await sealJson(key, `room.${noor.personId}.${session}.${thing.id}`, thing);
    await room.put("kept", { id: thing.id, personId: noor.personId, sessionId: session, isCall: false, sealed });
    room.close();
    const quiet = await openDB("threshold-quiet", 1, {
      upgrade: (db) => {
        db.createObjectStore("writer", { keyPath: "slot" });
        db.createObjectStore("fragments", { keyPath: "id" });
      },
    });
    const [id, voiceId] = [newId(), newId()];
    const words = await sealJson(key, `quiet.${noor.personId}.${id}`, {
      text: "old",
      colour: "",
      at: "2026-11-27T10:00:00Z",
    });
    const voice = await seal(key, `quiet.${noor.personId}.${voiceId}`, Buffer.from("an old voice"));
    await quiet.put("writer", { slot: "writer", personId: noor.personId, key: await keyOf(deviceKey, ["encrypt"]) });
    await quiet.put("fragments", {
      id,
      personId: noor.personId,
      words,
      voice: { id: voiceId, type: "audio/webm", ...voice },
    });
    quiet.close();

    const later = { ...(await import("@/client/room/waiting")), ...(await import("@/client/fragments")) };
    await later.sendAllWaiting(noor);
    await later.sendKept(noor);
    expect(asked.map(({ url }) => url.split("?")[0])).toEqual([`/api/room/${session}`, "/api/fragments", "/api/media"]);
    expect(asked.map(({ body }) => body)).toEqual([
      expect.stringContaining("In the old room."),
      expect.stringContaining('"old"'),
      "an old voice",
    ]);
    expect((await (await import("@/client/store")).findWriter())?.personId).toBe(noor.personId);
    await vi.waitFor(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name);
      expect(names).toEqual(["threshold"]);
    });
  });
});
