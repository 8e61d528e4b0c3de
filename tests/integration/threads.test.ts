import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { withClock } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { putAway, saveEntry } from "@/lib/journal/commands";
import { addTag, linkEntries, removeTag, unlinkEntries } from "@/lib/threads/commands";
import { findThread, listLinked, listPlaces, listTags, listThreads } from "@/lib/threads/queries";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { hoursFromNow, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

let trio: Awaited<ReturnType<typeof makeTrio>>;
let patient: Actor;
beforeAll(async () => {
  trio = await makeTrio();
});

async function fresh() {
  patient = await makePerson(trio.clinicId, "patient");
  return patient;
}

async function page(actor: Actor, text: string, hours = 0) {
  const entryId = newId();
  const entry = { kind: "page", prompt: "", colour: "", title: "", text, moods: [], spoken: false } as const;
  await withClock(hoursFromNow(hours), () => saveEntry(actor, { ...entry, entryId, version: 0, moods: [] }));
  return entryId;
}

const threads = (actor = patient) => read(actor, (db) => listThreads(db, actor.personId));

test("a patient names what returns, and the same name on another page is the same thread", async () => {
  await fresh();
  const [first, second] = [await page(patient, "I wore it", -48), await page(patient, "I hung it up")];
  const threadId = await addTag(patient, { entryId: first, kind: "image", name: "The coat" });
  expect(await addTag(patient, { entryId: second, kind: "image", name: " the  COAT." })).toBe(threadId);
  expect(await addTag(patient, { entryId: second, kind: "belief", name: "The coat" })).not.toBe(threadId);
  const found = await read(patient, (db) => findThread(db, patient.personId, threadId));
  expect(found).toMatchObject({ name: "The coat", kind: "image", places: 2 });
  expect(found && found.last.getTime() - found.first.getTime()).toBeGreaterThan(47 * 3_600_000);
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "thread.tag" } }));
  expect(entries).toHaveLength(3);
  expect(entries[0]).toMatchObject({ patientId: patient.personId, subject: "entry", subjectId: first });
  expect(JSON.stringify(entries)).not.toMatch(/coat/i);
});

test("a name is not to be read in the database", async () => {
  await fresh();
  await addTag(patient, { entryId: await page(patient, "x"), kind: "image", name: "The coat" });
  const { rows } = await asSuperuser((sql) =>
    sql.query(`select * from "Thread" where "patientId" = $1`, [patient.personId]),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/coat/i);
});

test("a tag is taken off and added again, and is one place all along", async () => {
  await fresh();
  const entryId = await page(patient, "x");
  const tag = { entryId, kind: "sensation", name: "tight chest" } as const;
  const threadId = await addTag(patient, tag);
  await removeTag(patient, { entryId, threadId });
  expect(await threads()).toEqual([]);
  await addTag(patient, tag);
  await addTag(patient, tag);
  expect(await threads()).toMatchObject([{ id: threadId, places: 1 }]);
  const places = await read(patient, (db) => db.threadPlace.count({ where: { threadId } }));
  expect(places).toBe(1);
});

test("a page that was put away does not count, and takes no tag", async () => {
  await fresh();
  const [kept, away] = [await page(patient, "kept"), await page(patient, "away")];
  for (const entryId of [kept, away]) await addTag(patient, { entryId, kind: "emotion", name: "relief" });
  await linkEntries(patient, { entryId: kept, otherId: away });
  await putAway(patient, { entryId: away });
  expect(await threads()).toMatchObject([{ name: "relief", places: 1 }]);
  expect(await read(patient, (db) => listLinked(db, kept))).toEqual([]);
  await expect(addTag(patient, { entryId: away, kind: "image", name: "x" })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("the places of a thread lie in time order, a page at a time, forth and back", async () => {
  await fresh();
  let threadId = "";
  for (let n = 0; n < 30; n += 1) {
    threadId = await addTag(patient, { entryId: await page(patient, `n${n}`, n - 40), kind: "image", name: "stairs" });
  }
  const list = (place: { after?: string; before?: string }) => read(patient, (db) => listPlaces(db, threadId, place));
  const first = await list({});
  expect(first.rows.map(({ text }) => text)).toEqual(Array.from({ length: 25 }, (_, n) => `n${n}`));
  const second = await list({ after: first.after });
  expect(second.rows.map(({ text }) => text)).toEqual(["n25", "n26", "n27", "n28", "n29"]);
  const back = await list({ before: second.before });
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
});

test("a page says which tags it carries, and offers the names known before", async () => {
  await fresh();
  const [one, other] = [await page(patient, "one"), await page(patient, "other")];
  await addTag(patient, { entryId: one, kind: "image", name: "the coat" });
  await addTag(patient, { entryId: other, kind: "image", name: "stairs" });
  const tags = await read(patient, (db) => listTags(db, patient.personId, one));
  expect(tags.map(({ name, here }) => [name, here])).toEqual([
    ["the coat", true],
    ["stairs", false],
  ]);
});

test("two pages are laid side by side, seen from both, parted and laid together again", async () => {
  await fresh();
  const [one, other] = [await page(patient, "one"), await page(patient, "other")];
  await linkEntries(patient, { entryId: other, otherId: one });
  await linkEntries(patient, { entryId: one, otherId: other });
  const seen = async (id: string) => (await read(patient, (db) => listLinked(db, id))).map(({ text }) => text);
  expect([await seen(one), await seen(other)]).toEqual([["other"], ["one"]]);
  await unlinkEntries(patient, { entryId: one, otherId: other });
  expect(await seen(other)).toEqual([]);
  await linkEntries(patient, { entryId: one, otherId: other });
  expect(await seen(other)).toEqual(["one"]);
  await expect(linkEntries(patient, { entryId: one, otherId: one })).rejects.toMatchObject({ code: "invalid" });
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "entry.link" } }));
  expect(entries).toHaveLength(4);
});

test("nobody else tags or links: staff and companions are refused, other patients find nothing", async () => {
  await fresh();
  const [entryId, otherId] = [await page(patient, "one"), await page(patient, "other")];
  const threadId = await addTag(patient, { entryId, kind: "image", name: "the coat" });
  await linkEntries(patient, { entryId, otherId });
  const acts = (actor: Actor) => [
    () => addTag(actor, { entryId, kind: "image", name: "mine" }),
    () => removeTag(actor, { entryId, threadId }),
    () => linkEntries(actor, { entryId, otherId }),
    () => unlinkEntries(actor, { entryId, otherId }),
  ];
  for (const other of [trio.therapist, trio.companion, trio.admin]) {
    for (const act of acts(other)) await expect(act()).rejects.toMatchObject({ code: "refused" });
    expect(await threads(other)).toEqual([]);
    expect(await read(other, (db) => listThreads(db, patient.personId))).toEqual([]);
  }
  const elsewhere = await makeClinic({ name: "Another clinic" });
  for (const clinic of [trio.clinicId, elsewhere.clinicId]) {
    const stranger = await makePerson(clinic, "patient");
    for (const act of acts(stranger)) await expect(act()).rejects.toMatchObject({ code: "not-found" });
    const own = await page(stranger, "own");
    await expect(linkEntries(stranger, { entryId: own, otherId })).rejects.toMatchObject({ code: "not-found" });
    expect(await read(stranger, (db) => findThread(db, patient.personId, threadId))).toBeNull();
  }
  expect(await threads()).toMatchObject([{ id: threadId, places: 1 }]);
});
