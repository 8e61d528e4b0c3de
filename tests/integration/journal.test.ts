import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { dayOf, now, withClock } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { bringBack, bringBackVersion, keepFragment, putAway, saveEntry, sealLetter } from "@/lib/journal/commands";
import { findEntry, listEntries, listEntriesByIds, listVersions } from "@/lib/journal/queries";
import type { EntryInput } from "@/lib/journal/schema";
import { share } from "@/lib/sharing/commands";
import { listShares } from "@/lib/sharing/queries";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

const blank = {
  version: 0,
  kind: "page",
  prompt: "",
  colour: "",
  title: "",
  text: "",
  moods: [],
  spoken: false,
} as const;
const page = (words: Partial<EntryInput>): EntryInput => ({ ...blank, moods: [], entryId: newId(), ...words });
const minutes = (count: number) => new Date(now().getTime() + count * 60_000);
const opened = (actor: Actor, id: string) => read(actor, (db) => findEntry(db, id));
const audited = (actor: Actor, verb: string) => read(actor, (db) => db.auditEntry.findMany({ where: { verb } }));

/** Saves a page as new; answers with its id. */
async function write(actor: Actor, words: Partial<EntryInput>) {
  const input = page(words);
  await saveEntry(actor, input);
  return input.entryId;
}

let trio: Awaited<ReturnType<typeof makeTrio>>;
beforeAll(async () => {
  trio = await makeTrio();
});

test("a patient writes a page, finds it again, and the log says so once a sitting without a word of it", async () => {
  const { patient } = await makeTrio();
  const entryId = newId();
  const words = { title: "The coat", text: "It was so light.\n\nI hung it up.", moods: ["light", "moved"] };
  expect(await saveEntry(patient, page({ entryId, kind: "reflection", prompt: "surprised", ...words }))).toMatchObject({
    version: 1,
  });
  await saveEntry(
    patient,
    page({ entryId, kind: "reflection", prompt: "surprised", ...words, text: "On", version: 1 }),
  );
  expect(await opened(patient, entryId)).toMatchObject({
    ...words,
    text: "On",
    version: 2,
    kind: "reflection",
    promptKey: "surprised",
    prompt: "What came up that surprised you?",
  });
  expect(await audited(patient, "entry.save")).toMatchObject([
    { patientId: patient.personId, actorId: patient.personId, subject: "entry", subjectId: entryId, detail: null },
  ]);
});

test("what is stored can be read by nobody who has the database alone", async () => {
  const entryId = await write(trio.patient, { title: "Riverside", text: "the heron", moods: ["calm"] });
  const [row] = await asSuperuser(
    async (sql) => (await sql.query(`select * from "Entry" where "id" = '${entryId}'`)).rows,
  );
  expect(row.sealed).toMatch(/^v1\./);
  expect(JSON.stringify(row)).not.toMatch(/heron|Riverside|calm/i);
  expect(row.words).toHaveLength(4);
});

test("saving with nothing written begins nothing, unless a voice belongs to it", async () => {
  const { patient } = await makeTrio();
  const entryId = newId();
  expect(await saveEntry(patient, page({ entryId }))).toMatchObject({ version: 0 });
  expect(await opened(patient, entryId)).toBeNull();
  expect(await audited(patient, "entry.save")).toEqual([]);
  expect(await saveEntry(patient, page({ entryId, spoken: true }))).toMatchObject({ version: 1 });
  expect(await opened(patient, entryId)).toMatchObject({ text: "", version: 1 });
});

test("a page written in two windows: the second is shown both texts, field by field", async () => {
  const { patient } = trio;
  const entryId = await write(patient, { text: "first" });
  await saveEntry(patient, page({ entryId, text: "second", moods: ["calm", "like rain"], version: 1 }));
  const stale = saveEntry(patient, page({ entryId, text: "third", version: 1 }));
  await expect(stale).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { text: "second", version: "2", "mood-calm": "calm", "mood-sad": "", ownMoods: "like rain" } },
  });
  expect(await opened(patient, entryId)).toMatchObject({ text: "second", version: 2 });
});

test("the answer to a save got lost: sending the same again changes nothing", async () => {
  const { patient } = trio;
  const input = page({ text: "one" });
  await saveEntry(patient, input);
  expect(await saveEntry(patient, input)).toMatchObject({ version: 1 });
});

test("a page taken up again after ten minutes keeps what stood there before, and it can be brought back", async () => {
  const { patient } = trio;
  const entryId = await write(patient, { text: "the first words" });
  await withClock(minutes(5), () => saveEntry(patient, page({ entryId, text: "in one sitting", version: 1 })));
  expect(await read(patient, (db) => listVersions(db, entryId))).toEqual([]);
  await withClock(minutes(20), () => saveEntry(patient, page({ entryId, text: "the next day", version: 2 })));
  expect(await read(patient, (db) => listVersions(db, entryId))).toMatchObject([{ number: 2, text: "in one sitting" }]);
  await bringBackVersion(patient, { entryId, number: 2, version: 3 });
  expect(await opened(patient, entryId)).toMatchObject({ text: "in one sitting", version: 4 });
  const versions = await read(patient, (db) => listVersions(db, entryId));
  expect(versions).toMatchObject([
    { number: 3, text: "the next day" },
    { number: 2, text: "in one sitting" },
  ]);
  const stale = bringBackVersion(patient, { entryId, number: 3, version: 3 });
  await expect(stale).rejects.toMatchObject({ code: "conflict", detail: { current: { version: "4" } } });
});

test("a page put away takes back what was shared of it, rests, and comes back unshared", async () => {
  const { patient, therapist } = trio;
  const entryId = await write(patient, { text: "for now" });
  await share(patient, { subject: "entry", subjectId: entryId, audience: "careTeam" });
  expect(await opened(therapist, entryId)).toMatchObject({ text: "for now" });
  await putAway(patient, { entryId });
  expect(await opened(therapist, entryId)).toBeNull();
  expect(await read(patient, (db) => listShares(db, [entryId]))).toEqual([]);
  await expect(saveEntry(patient, page({ entryId, text: "more", version: 1 }))).rejects.toThrow(
    "You put this page away",
  );
  const away = await read(patient, (db) => listEntries(db, patient.personId, { putAway: true }, {}));
  expect(away.rows.map(({ id }) => id)).toContain(entryId);
  await bringBack(patient, { entryId });
  expect(await opened(patient, entryId)).toMatchObject({ putAwayAt: null, text: "for now" });
  expect(await opened(therapist, entryId)).toBeNull();
  for (const verb of ["entry.putAway", "entry.bringBack"]) {
    expect(await audited(patient, verb)).toMatchObject([{ subjectId: entryId, patientId: patient.personId }]);
  }
});

test("a fragment that a device sends twice is kept once, and its time is moved into the last thirty days", async () => {
  const { patient } = trio;
  const id = newId();
  const at = minutes(-90);
  await keepFragment(patient, { id, text: "blue, and warm", colour: "sky", at });
  await keepFragment(patient, { id, text: "blue, and warm", colour: "sky", at });
  expect(await opened(patient, id)).toMatchObject({
    kind: "fragment",
    text: "blue, and warm",
    colour: "sky",
    at,
    version: 1,
  });
  const [ahead, longAgo] = [newId(), newId()];
  await keepFragment(patient, { id: ahead, text: "", colour: "rose", at: minutes(600) });
  await keepFragment(patient, { id: longAgo, text: "x", colour: "", at: new Date(0) });
  const [late, early] = await read(patient, (db) => listEntriesByIds(db, [ahead, longAgo]));
  expect(late?.at.getTime()).toBeLessThanOrEqual(now().getTime());
  expect(early?.at.getTime()).toBeGreaterThan(minutes(-31 * 24 * 60).getTime());
});

describe("nobody else writes it", () => {
  const acts = (actor: Actor, entryId: string) => [
    () => saveEntry(actor, page({ entryId, text: "mine", version: 1 })),
    () => saveEntry(actor, page({ entryId, text: "mine" })),
    () => keepFragment(actor, { id: entryId, text: "mine", colour: "", at: now() }),
    () => putAway(actor, { entryId }),
    () => bringBack(actor, { entryId }),
    () => bringBackVersion(actor, { entryId, number: 1, version: 1 }),
    () => sealLetter(actor, { entryId, day: dayOf(minutes(3 * 24 * 60), "UTC") }),
  ];

  test("staff and companions are refused, even where it is shared with them", async () => {
    const { patient, therapist, companion, admin } = trio;
    const entryId = await write(patient, { kind: "letter", text: "theirs" });
    await share(patient, { subject: "entry", subjectId: entryId, audience: "careTeam" });
    for (const other of [therapist, companion, admin]) {
      for (const act of acts(other, entryId)) await expect(act()).rejects.toMatchObject({ code: "refused" });
      await expect(saveEntry(other, page({ entryId }))).rejects.toMatchObject({ code: "refused" });
    }
    expect(await opened(patient, entryId)).toMatchObject({ text: "theirs", version: 1 });
  });

  test("patients of this clinic and of another find nothing, and overwrite nothing", async () => {
    const { patient, clinicId } = trio;
    const entryId = await write(patient, { kind: "letter", text: "theirs" });
    const elsewhere = await makeClinic({ name: "Another clinic" });
    for (const clinic of [clinicId, elsewhere.clinicId]) {
      for (const act of acts(await makePerson(clinic, "patient"), entryId)) {
        await expect(act()).rejects.toMatchObject({ code: "not-found" });
      }
    }
    expect(await opened(patient, entryId)).toMatchObject({ text: "theirs", version: 1 });
  });
});
