import { expect, test } from "vitest";
import { newId, read } from "@/lib/core/db";
import { hideClinicPractice, takeBackWords, writeClinicPractice } from "@/lib/practices/clinic/commands";
import { findOffered, listOffered } from "@/lib/practices/clinic/queries";
import { findInGarden } from "@/lib/practices/garden/rules";
import { findPractice, listPractices } from "@/lib/practices/queries";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeTrio } from "../support/companions";

const slug = "body-walking";
const words = {
  ...{ version: 0, family: "body" as const, title: "Walking the loop", why: "It is behind the house." },
  ...{ steps: ["Go out", "Come back"], short: "Half of it", longer: "Twice", gentle: "To the gate" },
  ...{ tooMuch: "Sit on the wall", tool: undefined, helps: ["activated" as const] },
};
type Person = Awaited<ReturnType<typeof makePerson>>;
const seenBy = (patient: Person, name = slug) => read(patient, (db) => findPractice(db, patient.personId, name));

test("a therapist puts a practice in the clinic's words, and takes them back", async () => {
  const { therapist, patient } = await makeTrio();
  await writeClinicPractice(therapist, { ...words, slug });
  expect(await seenBy(patient)).toMatchObject({ slug, title: "Walking the loop", steps: words.steps });
  expect(await read(therapist, (db) => findOffered(db, slug))).toMatchObject({ reworded: true, version: 1 });
  await takeBackWords(therapist, { slug, version: 1 });
  expect(await seenBy(patient)).toMatchObject({ title: findInGarden(slug)?.title });
  expect(await read(therapist, (db) => findOffered(db, slug))).toMatchObject({ reworded: false, version: 2 });
  await writeClinicPractice(therapist, { ...words, slug, version: 2 });
  expect(await seenBy(patient)).toMatchObject({ title: "Walking the loop" });
});

test("a therapist adds a practice, which every patient of the clinic finds", async () => {
  const { therapist, patient, clinicId } = await makeTrio();
  const added = await writeClinicPractice(therapist, words);
  for (const reader of [patient, await makePerson(clinicId, "patient")])
    expect(await seenBy(reader, added)).toMatchObject({ title: words.title, own: false });
  const stranger = await makePerson((await makeClinic({ name: "Another clinic" })).clinicId, "patient");
  expect(await seenBy(stranger, added)).toBeNull();
  await expect(takeBackWords(therapist, { slug: added, version: 1 })).rejects.toMatchObject({ code: "refused" });
});

test("what was hidden is shown again", async () => {
  const { therapist, patient } = await makeTrio();
  const added = await writeClinicPractice(therapist, words);
  const slugs = async () => (await read(patient, (db) => listPractices(db, patient.personId))).map((one) => one.slug);
  for (const hidden of [slug, added]) await hideClinicPractice(therapist, { slug: hidden, hidden: "yes" });
  expect(await slugs()).not.toContain(slug);
  expect(await slugs()).not.toContain(added);
  expect((await read(therapist, listOffered)).filter(({ hiddenAt }) => hiddenAt)).toHaveLength(2);
  for (const hidden of [slug, added]) await hideClinicPractice(therapist, { slug: hidden, hidden: "no" });
  expect(await slugs()).toEqual(expect.arrayContaining([slug, added]));
});

test("two therapists change one practice: the second is shown both texts", async () => {
  const { therapist, clinicId } = await makeTrio();
  const colleague = await makePerson(clinicId, "therapist");
  await writeClinicPractice(colleague, { ...words, slug });
  const stale = writeClinicPractice(therapist, { ...words, slug, title: "Another name" });
  await expect(stale).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { title: words.title, steps: "Go out\nCome back", version: "1" } },
  });
  await writeClinicPractice(therapist, { ...words, slug, version: 1, title: "Another name" });
  expect(await read(colleague, (db) => findOffered(db, slug))).toMatchObject({ title: "Another name", version: 2 });
});

test("a second tap on the same form adds one practice, and the log says who did it", async () => {
  const { therapist, admin } = await makeTrio();
  const tapping = { ...therapist, formKey: newId() };
  expect(await writeClinicPractice({ ...tapping }, words)).toBe(await writeClinicPractice({ ...tapping }, words));
  expect((await read(therapist, listOffered)).filter(({ added }) => added)).toHaveLength(1);
  const hiding = { ...therapist, formKey: newId() };
  for (let tap = 0; tap < 2; tap++) await hideClinicPractice({ ...hiding }, { slug, hidden: "yes" });
  const entries = await read(admin, (db) =>
    db.auditEntry.findMany({ where: { verb: { startsWith: "clinicPractice." } }, orderBy: { id: "asc" } }),
  );
  expect(entries).toMatchObject([
    { verb: "clinicPractice.write", actorId: therapist.personId, patientId: null },
    { verb: "clinicPractice.hide", actorId: therapist.personId, detail: { hidden: true } },
  ]);
});

test("only therapists change the clinic's practices, and only their own clinic's", async () => {
  const { therapist, patient, companion, admin } = await makeTrio();
  const added = await writeClinicPractice(therapist, words);
  const acts = (actor: Person) => [
    () => writeClinicPractice(actor, { ...words, slug: added, version: 1 }),
    () => hideClinicPractice(actor, { slug: added, hidden: "yes" }),
    () => takeBackWords(actor, { slug: added, version: 1 }),
  ];
  for (const other of [patient, companion, admin])
    for (const act of acts(other)) await expect(act()).rejects.toMatchObject({ code: "refused" });
  const stranger = await makePerson((await makeClinic({ name: "Another clinic" })).clinicId, "therapist");
  for (const act of acts(stranger)) await expect(act()).rejects.toMatchObject({ code: "not-found" });
  expect(await seenBy(patient, added)).toMatchObject({ title: words.title });
});
