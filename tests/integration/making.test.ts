import sharp from "sharp";
import { beforeEach, expect, test, vi } from "vitest";
import { GET } from "@/app/api/media/[mediaId]/route";
import { POST } from "@/app/api/media/route";
import type { Actor } from "@/lib/core/actor";
import { seal } from "@/lib/core/crypto";
import { newId, read, write } from "@/lib/core/db";
import { addInWords, addMedia, bringMediaBack, describeMedia, putMediaAway } from "@/lib/making/commands";
import { findBytes, findMedia, listMedia, listMediaByIds, listMediaOf } from "@/lib/making/queries";
import { share, takeBack } from "@/lib/sharing/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

const acting = vi.hoisted(() => ({ actor: null as Actor | null, origin: "same-origin" }));
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  findActor: async () => acting.actor,
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "sec-fetch-site": acting.origin }) }));

beforeEach(() => {
  acting.origin = "same-origin";
});

const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#a8532a" } })
  .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "41/1 24/1 12/1" } })
  .jpeg()
  .toBuffer();
const upload = { source: "upload" } as const;

const ask = (actor: Actor | null, id: string, { size = "", range = "" } = {}) => {
  acting.actor = actor;
  const headers = range ? { range } : undefined;
  const request = new Request(`http://localhost:3000/api/media/${id}${size && `?size=${size}`}`, { headers });
  return GET(request, { params: Promise.resolve({ mediaId: id }) });
};

const post = (actor: Actor | null, query: string, body: Buffer | string, headers: Record<string, string> = {}) => {
  acting.actor = actor;
  const bytes = typeof body === "string" ? body : Uint8Array.from(body);
  return POST(new Request(`http://localhost:3000/api/media?${query}`, { method: "POST", body: bytes, headers }));
};

/** A page of the journal; its words do not matter here. */
const makeEntry = (patient: Actor, given: Record<string, unknown> = {}) =>
  write(patient, "entry.save", async (db) => {
    const [id, at] = [newId(), new Date()];
    const { clinicId, personId: patientId } = patient;
    const sealed = await seal(db, clinicId, id, JSON.stringify({ title: "", text: "By the sea", moods: [] }));
    await db.entry.createMany({
      data: { id, clinicId, patientId, kind: "page", sealed, words: [], at, savedAt: at, ...given },
    });
    return id;
  });

test("a patient keeps a picture: sealed, without its place, theirs alone, and the log says that", async () => {
  const { patient } = await makeTrio();
  const id = await addMedia(patient, upload, picture);
  const media = await read(patient, (db) => findMedia(db, id));
  expect(media).toMatchObject({
    kind: "image",
    source: "upload",
    type: "image/webp",
    width: 300,
    caption: "",
    alt: "",
  });
  const kept = await asSuperuser(
    async (sql) => (await sql.query('select * from "Media" where "id" = $1', [id])).rows[0],
  );
  expect(kept.bytes.subarray(0, 3).toString()).toBe("v1.");
  expect(kept.thumb.subarray(0, 3).toString()).toBe("v1.");
  const full = await read(patient, (db) => findBytes(db, id, "full"));
  expect((await sharp(full?.bytes).metadata()).exif).toBeUndefined();
  expect(full?.bytes.byteLength).toBe(media?.size);
  const small = await read(patient, (db) => findBytes(db, id, "thumb"));
  expect(await sharp(small?.bytes).metadata()).toMatchObject({ width: 480, height: 480 });
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "media.add" } }));
  expect(entries).toMatchObject([{ subject: "media", subjectId: id, detail: { kind: "image", source: "upload" } }]);
});

test("sent twice under one id, it is kept once", async () => {
  const { patient } = await makeTrio();
  const id = newId();
  const twice = await Promise.all([0, 1].map(() => addMedia(patient, { ...upload, id }, picture)));
  expect([...twice, await addMedia(patient, { ...upload, id }, picture)]).toEqual([id, id, id]);
  expect((await read(patient, (db) => listMedia(db, patient.personId, {}))).rows).toHaveLength(1);
});

test("an id that is somebody else's keeps nothing and tells nothing", async () => {
  const { patient, clinicId } = await makeTrio();
  const id = await addMedia(patient, upload, picture);
  const other = await makePerson(clinicId, "patient");
  await expect(addMedia(other, { ...upload, id }, picture)).rejects.toMatchObject({ code: "conflict" });
  expect(await read(other, (db) => findMedia(db, id))).toBeNull();
});

test("a picture belongs to a page of one's own, and to no other", async () => {
  const { patient, clinicId } = await makeTrio();
  const entryId = await makeEntry(patient);
  const id = await addMedia(patient, { ...upload, entryId }, picture);
  expect(await read(patient, (db) => listMediaOf(db, [entryId]))).toMatchObject([{ id, entryId }]);
  const other = await makePerson(clinicId, "patient");
  await expect(addMedia(other, { ...upload, entryId }, picture)).rejects.toMatchObject({ code: "not-found" });
});

test("its words are sealed; changed in two windows, the second is shown both", async () => {
  const { patient } = await makeTrio();
  const mediaId = await addMedia(patient, upload, picture);
  await describeMedia(patient, { mediaId, version: 1, caption: "The harbour", alt: "Two boats" });
  expect(await read(patient, (db) => findMedia(db, mediaId))).toMatchObject({
    caption: "The harbour",
    alt: "Two boats",
  });
  const stale = describeMedia(patient, { mediaId, version: 1, caption: "Other", alt: "" });
  await expect(stale).rejects.toMatchObject({ detail: { current: { caption: "The harbour", version: "2" } } });
});

test("a sketch can be kept in words alone", async () => {
  const { patient } = await makeTrio();
  const id = await addInWords(patient, { words: "A blue circle, leaning" });
  const media = await read(patient, (db) => findMedia(db, id));
  expect(media).toMatchObject({ source: "sketch", kind: "image", caption: "A blue circle, leaning" });
});

test("put away it is out of sight for others too, and comes back", async () => {
  const { patient, therapist } = await makeTrio();
  const mediaId = await addMedia(patient, upload, picture);
  await share(patient, { subject: "media", subjectId: mediaId, audience: "careTeam" });
  await putMediaAway(patient, { mediaId });
  expect((await ask(therapist, mediaId)).status).toBe(404);
  expect((await ask(patient, mediaId)).status).toBe(200);
  expect((await read(patient, (db) => listMedia(db, patient.personId, {}))).rows).toEqual([]);
  const away = await read(patient, (db) => listMedia(db, patient.personId, {}, { putAway: true }));
  expect(away.rows).toMatchObject([{ id: mediaId }]);
  await bringMediaBack(patient, { mediaId });
  expect((await ask(therapist, mediaId)).status).toBe(200);
});

test("others see its bytes while it is shared with them, and not on the very next request after", async () => {
  const { patient, therapist, companion, clinicId } = await makeTrio();
  await makeGrant(patient, companion);
  const colleague = await makePerson(clinicId, "therapist");
  const otherPatient = await makePerson(clinicId, "patient");
  const { clinicId: elsewhere } = await makeClinic({ name: "Another clinic" });
  const strangers = [
    colleague,
    otherPatient,
    await makePerson(elsewhere, "therapist"),
    await makePerson(elsewhere, "patient"),
  ];
  const id = await addMedia(patient, upload, picture);
  const seen = async () => {
    const statuses: number[] = [];
    for (const who of [patient, therapist, companion, ...strangers])
      statuses.push((await ask(who, id, { size: "thumb" })).status);
    return statuses;
  };
  const own = { subject: "media", subjectId: id } as const;
  const withCompanion = { ...own, audience: "companion", companionId: companion.personId } as const;

  expect(await seen()).toEqual([200, 404, 404, 404, 404, 404, 404]);
  await share(patient, { ...own, audience: "careTeam" });
  expect(await seen()).toEqual([200, 200, 404, 404, 404, 404, 404]);
  expect(await read(therapist, (db) => listMediaByIds(db, [id]))).toMatchObject([{ id }]);
  await share(patient, withCompanion);
  expect(await seen()).toEqual([200, 200, 200, 404, 404, 404, 404]);
  await takeBack(patient, { ...own, audience: "careTeam" });
  await takeBack(patient, withCompanion);
  expect(await seen()).toEqual([200, 404, 404, 404, 404, 404, 404]);
  expect((await ask(null, id)).status).toBe(401);
});

test("a picture in a shared page is seen with the page, and gone with it", async () => {
  const { patient, therapist } = await makeTrio();
  const entryId = await makeEntry(patient);
  const id = await addMedia(patient, { ...upload, entryId }, picture);
  const page = { subject: "entry", subjectId: entryId, audience: "careTeam" } as const;
  expect((await ask(therapist, id)).status).toBe(404);
  await share(patient, page);
  expect((await ask(therapist, id)).status).toBe(200);
  await takeBack(patient, page);
  expect((await ask(therapist, id)).status).toBe(404);
});

test("the bytes come with neutral names and closed headers, and in pieces for players that ask so", async () => {
  const { patient } = await makeTrio();
  const id = await addMedia(patient, upload, picture);
  const whole = await ask(patient, id);
  const bytes = Buffer.from(await whole.arrayBuffer());
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    "content-type": "image/webp",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "content-disposition": expect.stringMatching(/^inline; filename="\d{4}-\d\d-\d\d-image\.webp"$/),
    "accept-ranges": "bytes",
  });
  const part = await ask(patient, id, { range: "bytes=0-1" });
  expect(part.status).toBe(206);
  expect(part.headers.get("content-range")).toBe(`bytes 0-1/${bytes.length}`);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 2));
  const rest = await ask(patient, id, { range: "bytes=10-" });
  expect(Buffer.from(await rest.arrayBuffer())).toEqual(bytes.subarray(10));
  expect((await ask(patient, id, { range: `bytes=${bytes.length}-` })).status).toBe(416);
  expect((await ask(patient, "not-an-id")).status).toBe(404);
});

test("the upload route keeps what a patient sends, and says in words what it cannot keep", async () => {
  const { patient, therapist } = await makeTrio();
  const id = newId();
  const kept = await post(patient, `source=sketch&id=${id}`, picture, { "x-writer": patient.personId });
  expect([kept.status, await kept.json()]).toEqual([200, { id }]);
  expect(await read(patient, (db) => findMedia(db, id))).toMatchObject({ source: "sketch" });

  const zip = await post(patient, "source=upload", Buffer.from("504b0304140000000800000021000000000000000000", "hex"));
  expect([zip.status, await zip.json()]).toEqual([
    422,
    { message: expect.stringContaining("Images and sounds can be kept here") },
  ]);
  const said = { "content-length": String(300 * 1024 * 1024) };
  expect((await post(patient, "source=upload", "x", said)).status).toBe(413);
  const large = await post(patient, "source=upload", Buffer.alloc(10 * 1024 * 1024 + 1));
  expect([large.status, await large.json()]).toEqual([413, { message: expect.stringContaining("larger than 10 MB") }]);
  expect((await post(patient, "source=camera", picture)).status).toBe(422);
  expect((await post(patient, "source=upload&id=1", picture)).status).toBe(422);
  expect((await post(null, "source=upload", picture)).status).toBe(401);
  expect((await post(therapist, "source=upload", picture)).status).toBe(404);
  expect((await post(patient, "source=upload", picture, { "x-writer": therapist.personId })).status).toBe(401);
  acting.origin = "cross-site";
  expect((await post(patient, "source=upload", picture)).status).toBe(403);
  expect((await read(patient, (db) => listMedia(db, patient.personId, {}))).rows).toHaveLength(1);
});

test("the gallery goes on, page by page, without losing or repeating one", async () => {
  const { patient } = await makeTrio();
  for (let count = 0; count < 27; count++) await addMedia(patient, upload, picture);
  const first = await read(patient, (db) => listMedia(db, patient.personId, {}));
  const second = await read(patient, (db) => listMedia(db, patient.personId, { after: first.after }));
  expect([first.rows.length, second.rows.length]).toEqual([25, 2]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(27);
});
