import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { beforeEach, expect, test, vi } from "vitest";
import { PUT } from "@/app/api/journal/[entryId]/route";
import { GET } from "@/app/api/media/[mediaId]/route";
import { bindBook } from "@/lib/book/binding/commands";
import { askForBook, downloadBook } from "@/lib/book/commands";
import type { Actor } from "@/lib/core/actor";
import { dayOf, now, withClock } from "@/lib/core/clock";
import { newId, read, write } from "@/lib/core/db";
import { enqueue } from "@/lib/core/queue";
import { bringBack, bringBackVersion, putAway, saveEntry, sealLetter } from "@/lib/journal/commands";
import { findEntry, listEntries, listVersions } from "@/lib/journal/queries";
import { addMedia } from "@/lib/making/commands";
import { listMarks } from "@/lib/path/queries";
import { share } from "@/lib/sharing/commands";
import { addTag, linkEntries } from "@/lib/threads/commands";
import { makePerson } from "@/prisma/seed/factories";
import { makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

const acting = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  findActor: async () => acting.actor,
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "sec-fetch-site": "same-origin" }) }));

let trio: Awaited<ReturnType<typeof makeTrio>>;
let patient: Actor;
beforeEach(async () => {
  trio = await makeTrio();
  patient = trio.patient;
});

const page = { version: 0, prompt: "", colour: "" as const, title: "", moods: [], spoken: false };
const keep = async (text: string, more: object = {}) => {
  const entryId = newId();
  await saveEntry(patient, { ...page, entryId, kind: "page", text, ...more });
  return entryId;
};
const picture = () =>
  sharp({ create: { width: 90, height: 60, channels: 3, background: "#4c4a86" } })
    .png()
    .toBuffer();
const tomorrow = () => dayOf(new Date(now().getTime() + 86_400_000), patient.timeZone);

const look = (actor: Actor, mediaId: string, range = "") => {
  acting.actor = actor;
  const request = new Request(`http://localhost:3000/api/media/${mediaId}`, { headers: range ? { range } : {} });
  return GET(request, { params: Promise.resolve({ mediaId }) });
};

async function put(entryId: string, version: number, text: string) {
  acting.actor = patient;
  const body = JSON.stringify({ writer: patient.personId, version, fields: { kind: ["page"], text: [text] } });
  const request = new Request(`http://localhost:3000/api/journal/${entryId}`, { method: "PUT", body });
  const response = await PUT(request, { params: Promise.resolve({ entryId }) });
  return { status: response.status, ...(await response.json()) };
}

test("a picture that was shared by itself closes with the letter to which it belongs", async () => {
  const entryId = await keep("Dear later me", { kind: "letter" });
  const mediaId = await addMedia(patient, { source: "upload", entryId }, await picture());
  await share(patient, { subject: "media", subjectId: mediaId, audience: "careTeam" });
  expect((await look(trio.therapist, mediaId)).status).toBe(200);
  await sealLetter(patient, { entryId, day: tomorrow() });
  expect((await look(trio.therapist, mediaId)).status).toBe(404);
  expect((await look(patient, mediaId)).status).toBe(404);
});

test("a picture that was shared by itself goes out of sight with the page that is put away, and comes back unshared", async () => {
  const entryId = await keep("A page");
  const mediaId = await addMedia(patient, { source: "upload", entryId }, await picture());
  await share(patient, { subject: "media", subjectId: mediaId, audience: "careTeam" });
  await putAway(patient, { entryId });
  expect((await look(trio.therapist, mediaId)).status).toBe(404);
  await bringBack(patient, { entryId });
  expect((await look(trio.therapist, mediaId)).status).toBe(404);
  expect((await look(patient, mediaId)).status).toBe(200);
});

test("a therapist who left the care team reads nothing more, on the very next request", async () => {
  const entryId = await keep("For the team");
  const mediaId = await addMedia(patient, { source: "upload", entryId }, await picture());
  await share(patient, { subject: "entry", subjectId: entryId, audience: "careTeam" });
  expect((await look(trio.therapist, mediaId)).status).toBe(200);
  await asSuperuser((sql) =>
    sql.query(`update "CareTeamMember" set "until" = now() where "patientId" = $1`, [patient.personId]),
  );
  expect((await look(trio.therapist, mediaId)).status).toBe(404);
  expect(await read(trio.therapist, (db) => findEntry(db, entryId))).toBeNull();
});

test("a page cleared by a slip of the hand, a moment after it was written, can be brought back", async () => {
  const text = "What I saw, in many words that nobody could write again. ".repeat(5).trim();
  const entryId = await keep(text);
  expect(await put(entryId, 1, "")).toMatchObject({ status: 200, version: 2 });
  expect(await read(patient, (db) => listVersions(db, entryId))).toMatchObject([{ number: 1, text }]);
  await bringBackVersion(patient, { entryId, number: 1, version: 2 });
  expect(await read(patient, (db) => findEntry(db, entryId))).toMatchObject({ text });
});

test("nobody writes into the page of another, and is not told that there is one", async () => {
  const entryId = await keep("Mine alone");
  const owner = patient;
  patient = await makePerson(trio.clinicId, "patient");
  expect(await put(entryId, 1, "Not yours")).toMatchObject({ status: 404 });
  expect(await put(entryId, 0, "Not yours")).toMatchObject({ status: 404 });
  expect(await read(patient, (db) => findEntry(db, entryId))).toBeNull();
  expect(await read(owner, (db) => findEntry(db, entryId))).toMatchObject({ text: "Mine alone", version: 1 });
});

test("whatever letters somebody types are kept whole, and looking for them never fails", async () => {
  const texts = [
    "👩‍👩‍👧 e\u0301motion".normalize("NFC"),
    "\u202eright to left\u202c שלום مرحبا",
    "half \ud800 a letter",
    "=SUM(A1) <script>alert(1)</script> ' \" ; -- \\",
    "x".repeat(100_000),
  ];
  for (const text of texts) {
    const id = newId();
    expect(await put(id, 0, text)).toMatchObject({ status: 200, version: 1 });
    expect(await read(patient, (db) => findEntry(db, id))).toMatchObject({ text });
  }
  expect(await put(newId(), 0, "a\u0000b")).toMatchObject({ status: 422 });
  expect(await put(newId(), 0, "x".repeat(100_001))).toMatchObject({ status: 422 });
  expect(await put(newId(), 0, "x".repeat(300_000))).toMatchObject({ status: 413 });
  for (const search of ["%", "_", "\\", "'; drop table", "(a+)+$", "😀", "\ud800", "שלום", "٪".repeat(100)]) {
    const { rows } = await read(patient, (db) => listEntries(db, patient.personId, { search }, {}));
    expect(rows.length).toBe(search === "שלום" ? 1 : 0);
  }
});

test("odd ranges of a sound or picture are answered, and never with more than there is", async () => {
  const id = await addMedia(patient, { source: "upload" }, await picture());
  const size = Buffer.from(await (await look(patient, id)).arrayBuffer()).byteLength;
  const refused = ["bytes=-0", "bytes=5-2", `bytes=${size}-`, `bytes=${"9".repeat(400)}-`];
  for (const range of refused) {
    const response = await look(patient, id, range);
    expect([range.slice(0, 20), response.status]).toEqual([range.slice(0, 20), 416]);
    expect(response.headers.get("content-range")).toBe(`bytes */${size}`);
  }
  for (const range of [`bytes=0-${"9".repeat(400)}`, "bytes=-999999999"]) {
    const response = await look(patient, id, range);
    expect(response.headers.get("content-range")).toBe(`bytes 0-${size - 1}/${size}`);
    expect((await response.arrayBuffer()).byteLength).toBe(size);
  }
  for (const range of ["bytes=0-1,3-4", "bytes=-", "lines=0-3", "bytes=a-b"]) {
    expect((await look(patient, id, range)).status).toBe(200);
  }
});

test("a book does not tell what a letter that waits is about", async () => {
  const other = await keep("A page");
  const entryId = await keep("Dear later me", { kind: "letter" });
  await addTag(patient, { entryId, kind: "image", name: "The hidden stair" });
  await linkEntries(patient, { entryId, otherId: other });
  await sealLetter(patient, { entryId, day: tomorrow() });
  const id = await askForBook(patient);
  await bindBook({ id, handleHash: patient.handleHash });
  const { bytes } = await downloadBook(patient, { id, file: "zip" });
  const all = Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join("\n");
  expect(all).toContain("A page");
  for (const hidden of ["The hidden stair", "Dear later me", entryId]) expect(all).not.toContain(hidden);
});

test("a word without an end does not hold the book up", async () => {
  await keep("x".repeat(100_000));
  await keep("漢".repeat(50_000));
  const begun = performance.now();
  const id = await askForBook(patient);
  await bindBook({ id, handleHash: patient.handleHash });
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect((await downloadBook(patient, { id, file: "pdf" })).bytes.subarray(0, 4).toString()).toBe("%PDF");
});

test("nobody has a book bound with the eyes of another", async () => {
  const stranger = await makePerson(trio.clinicId, "patient");
  const ask = (handleHash: string) =>
    write(stranger, "book.ask", async (db) => {
      const id = newId();
      await enqueue(db, "book", { id, handleHash }, `book:${id}`);
      return id;
    });
  await expect(ask(patient.handleHash)).rejects.toThrow();
  const id = await askForBook(patient);
  await expect(bindBook({ id, handleHash: stranger.handleHash })).rejects.toMatchObject({ code: "not-found" });
  await expect(downloadBook(stranger, { id, file: "pdf" })).rejects.toMatchObject({ code: "not-found" });
});

test("two days of writing are two days where the patient lives, though one day in Greenwich", async () => {
  await asSuperuser((sql) =>
    sql.query(`update "Person" set "timeZone" = 'America/Los_Angeles' where "id" = $1`, [patient.personId]),
  );
  const times = ["2026-11-01T06:30:00Z", "2026-11-01T20:00:00Z"].map((at) => new Date(at));
  for (const at of times) await withClock(at, () => keep("A page"));
  const { words } = await read(patient, (db) => listMarks(db, patient.personId, new Date("2026-10-01T00:00:00Z")));
  expect(words).toHaveLength(2);
});
