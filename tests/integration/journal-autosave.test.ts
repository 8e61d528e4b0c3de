import { beforeEach, expect, test, vi } from "vitest";
import { PUT } from "@/app/api/journal/[entryId]/route";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { findEntry } from "@/lib/journal/queries";
import { makePerson } from "@/prisma/seed/factories";
import { makeTrio } from "../support/companions";

let acting: Actor | null;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  findActor: async () => acting,
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ origin: "http://localhost:3000" }) }));

let patient: Actor;
let others: { therapist: Actor; stranger: Actor };
beforeEach(async () => {
  const trio = await makeTrio();
  patient = trio.patient;
  others = { therapist: trio.therapist, stranger: await makePerson(trio.clinicId, "patient") };
  acting = patient;
});

/** Sends what the editor of that person's page would send. */
async function put(entryId: string, version: number, fields: Record<string, string[]>, writer = acting) {
  const body = JSON.stringify({ writer: writer?.personId, version, fields: { kind: ["page"], ...fields } });
  const request = new Request(`http://localhost:3000/api/journal/${entryId}`, { method: "PUT", body });
  const response = await PUT(request, { params: Promise.resolve({ entryId }) });
  return { status: response.status, ...(await response.json()) };
}

test("a page saves by itself, first and again, with its moods", async () => {
  const id = newId();
  expect(await put(id, 0, { text: ["It was so light"] })).toMatchObject({ status: 200, version: 1 });
  const moods = { "mood-light": ["light"], ownMoods: ["like rain"] };
  expect(await put(id, 1, { text: ["It was so light."], ...moods })).toMatchObject({ status: 200, version: 2 });
  expect(await read(patient, (db) => findEntry(db, id))).toMatchObject({
    text: "It was so light.",
    moods: ["light", "like rain"],
  });
});

test("an empty page makes nothing", async () => {
  const id = newId();
  expect(await put(id, 0, { text: [""], title: [""], prompt: ["body"] })).toMatchObject({ status: 200, version: 0 });
  expect(await read(patient, (db) => findEntry(db, id))).toBeNull();
});

test("a stale save is answered with the other text, and over the prompt nobody has to choose", async () => {
  const id = newId();
  await put(id, 0, { text: ["one"], prompt: ["body"] });
  await put(id, 1, { text: ["two"], prompt: ["body"] });
  expect(await put(id, 1, { text: ["three"], prompt: ["learned"] })).toMatchObject({
    status: 409,
    current: { text: "two", version: "2", prompt: "learned" },
  });
});

test("a page that is full says so kindly, and keeps what it has", async () => {
  const id = newId();
  await put(id, 0, { text: ["one"] });
  const full = await put(id, 1, { text: ["x".repeat(100_001)] });
  expect(full).toMatchObject({ status: 422, message: expect.stringContaining("Go on in a new page") });
  expect(await put(id, 1, { text: ["ю".repeat(150_000)] })).toMatchObject({ status: 413 });
  expect(await read(patient, (db) => findEntry(db, id))).toMatchObject({ text: "one" });
});

test("signed out, as somebody else, or as staff nothing is saved", async () => {
  const id = newId();
  await put(id, 0, { text: ["one"] });
  acting = null;
  expect(await put(id, 1, { text: ["two"] }, patient)).toMatchObject({ status: 401 });
  acting = others.stranger;
  expect(await put(id, 1, { text: ["two"] }, patient), "the page was opened by another").toMatchObject({ status: 401 });
  for (const version of [0, 1]) expect(await put(id, version, { text: ["two"] })).toMatchObject({ status: 404 });
  acting = others.therapist;
  expect(await put(id, 1, { text: ["two"] })).toMatchObject({ status: 404 });
  expect(await read(patient, (db) => findEntry(db, id))).toMatchObject({ text: "one", version: 1 });
});
