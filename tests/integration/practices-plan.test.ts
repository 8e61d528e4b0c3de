import { expect, test } from "vitest";
import { newId, read } from "@/lib/core/db";
import { hideClinicPractice } from "@/lib/practices/clinic/commands";
import { logPractice } from "@/lib/practices/log/commands";
import { listLogs } from "@/lib/practices/log/queries";
import { writeOwnPractice } from "@/lib/practices/own/commands";
import { addToPlan, changeRhythm, letGoOfPractice } from "@/lib/practices/plan/commands";
import { findPlan } from "@/lib/practices/plan/queries";
import { findPractice, listPractices } from "@/lib/practices/queries";
import { share, takeBack } from "@/lib/sharing/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeTrio } from "../support/companions";

type Person = Awaited<ReturnType<typeof makePerson>>;
const walking = "body-walking";
const planOf = (reader: Person, patient = reader) => read(reader, (db) => findPlan(db, patient.personId));
const found = <T>(value: T | null | undefined): T => {
  if (!value) throw new Error("There is nothing here");
  return value;
};
const itemOf = async (patient: Person) => found((await planOf(patient))?.items[0]);

async function makeShared() {
  const trio = await makeTrio();
  const planId = await addToPlan(trio.patient, { slug: walking, rhythm: "most mornings" });
  const entry = { subject: "plan" as const, subjectId: planId, audience: "careTeam" as const };
  await share(trio.patient, entry);
  return { ...trio, planId, entry };
}

test("a patient makes a plan, changes its rhythm, and lets go of what no longer resonates", async () => {
  const { patient, therapist } = await makeTrio();
  expect(await planOf(patient)).toBeNull();
  const planId = await addToPlan(patient, { slug: walking, rhythm: "most mornings" });
  const { id, version } = await itemOf(patient);
  await changeRhythm(patient, { itemId: id, version, rhythm: "when I come home" });
  expect(await planOf(patient)).toMatchObject({
    id: planId,
    items: [{ id, slug: walking, here: true, rhythm: "when I come home", addedById: patient.personId, version: 2 }],
    letGo: [],
  });
  await letGoOfPractice(patient, { itemId: id });
  expect(await planOf(patient)).toMatchObject({ items: [], letGo: [{ id, endedAt: expect.any(Date) }] });
  await addToPlan(patient, { slug: walking, rhythm: "" });
  expect(await planOf(patient)).toMatchObject({ items: [{ slug: walking }], letGo: [{ id }] });
  expect(await planOf(therapist, patient)).toBeNull();
  const entries = await read(patient, (db) =>
    db.auditEntry.findMany({ where: { verb: "plan.change" }, orderBy: { id: "asc" } }),
  );
  expect(entries).toHaveLength(4);
  expect(entries[0]).toMatchObject({ patientId: patient.personId, subject: "plan", subjectId: planId });
});

test("a practice is in a plan once", async () => {
  const { patient } = await makeTrio();
  await addToPlan(patient, { slug: walking, rhythm: "" });
  await expect(addToPlan(patient, { slug: walking, rhythm: "" })).rejects.toMatchObject({ code: "conflict" });
  const tapping = { ...patient, formKey: newId() };
  const twice = [1, 2].map(() => addToPlan({ ...tapping }, { slug: "body-scan", rhythm: "" }));
  const [first, second] = await Promise.all(twice);
  expect(first).toBe(second);
  expect((await planOf(patient))?.items).toHaveLength(2);
});

test("a rhythm changed by somebody else meanwhile: both are shown", async () => {
  const { patient, therapist } = await makeShared();
  const { id: itemId, version } = await itemOf(patient);
  await changeRhythm(therapist, { itemId, version, rhythm: "on Sundays" });
  await expect(changeRhythm(patient, { itemId, version, rhythm: "daily" })).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { rhythm: "on Sundays", version: "2" } },
  });
});

test("what was let go meanwhile takes no new rhythm", async () => {
  const { patient } = await makeShared();
  const { id: itemId, version } = await itemOf(patient);
  await letGoOfPractice(patient, { itemId });
  const late = changeRhythm(patient, { itemId, version, rhythm: "daily" });
  await expect(late).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("let go") });
});

test("the care team works on a plan while it is shared, and it says who added what", async () => {
  const { patient, therapist, entry } = await makeShared();
  await addToPlan(therapist, { patientId: patient.personId, slug: "body-scan", rhythm: "before sleep" });
  expect((await planOf(patient))?.items).toMatchObject([
    { slug: walking, addedById: patient.personId },
    { slug: "body-scan", addedById: therapist.personId, addedBy: "Ana Reyes" },
  ]);
  const { id: itemId, version } = await itemOf(patient);
  await changeRhythm(therapist, { itemId, version, rhythm: "on Sundays" });
  await letGoOfPractice(therapist, { itemId });
  expect((await planOf(therapist, patient))?.letGo).toMatchObject([{ id: itemId, rhythm: "on Sundays" }]);

  await takeBack(patient, entry);
  expect(await planOf(therapist, patient)).toBeNull();
  const second = await itemOf(patient);
  const acts = [
    () => addToPlan(therapist, { patientId: patient.personId, slug: "nature-window", rhythm: "" }),
    () => changeRhythm(therapist, { itemId: second.id, version: second.version, rhythm: "x" }),
    () => letGoOfPractice(therapist, { itemId: second.id }),
  ];
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "not-found" });
  expect(await itemOf(patient)).toMatchObject({ slug: "body-scan", rhythm: "before sleep" });
});

test("an own practice is read by the care team as long as it stands in a shared plan", async () => {
  const { patient, therapist, entry } = await makeShared();
  const words = { why: "", steps: [], short: "", gentle: "", tooMuch: "" };
  const slug = await writeOwnPractice(patient, { version: 0, family: "nature", title: "The bench", ...words });
  const seen = () => read(therapist, (db) => findPractice(db, patient.personId, slug));
  expect(await seen()).toBeNull();
  await addToPlan(patient, { slug, rhythm: "" });
  expect(await seen()).toMatchObject({ title: "The bench" });
  expect((await planOf(therapist, patient))?.items[1]).toMatchObject({ title: "The bench" });
  const itemId = found((await planOf(patient))?.items[1]).id;
  await letGoOfPractice(patient, { itemId });
  expect(await seen()).toBeNull();
  expect((await planOf(therapist, patient))?.letGo).toMatchObject([{ title: "A practice of one's own" }]);
  await takeBack(patient, entry);
  expect(await seen()).toBeNull();
});

test("what the clinic hides is gone from the garden, and keeps its name in plans and logs", async () => {
  const { patient, therapist } = await makeShared();
  await logPractice(patient, { slug: walking });
  await hideClinicPractice(therapist, { slug: walking, hidden: "yes" });
  const practices = await read(patient, (db) => listPractices(db, patient.personId));
  expect(practices.some(({ slug }) => slug === walking)).toBe(false);
  expect(await read(patient, (db) => findPractice(db, patient.personId, walking))).toBeNull();
  const { title, here } = await itemOf(patient);
  expect(title).not.toBe("");
  expect(here).toBe(false);
  const { rows } = await read(patient, (db) => listLogs(db, patient.personId, {}));
  expect(rows).toMatchObject([{ title, here: false }]);
  await expect(addToPlan(patient, { slug: walking, rhythm: "" })).rejects.toMatchObject({ code: "not-found" });
});

test("nobody else works on a plan: companions and admins are refused, strangers find nothing", async () => {
  const { patient, companion, admin, clinicId } = await makeShared();
  const { id: itemId, version } = await itemOf(patient);
  const acts = (actor: Person) => [
    () => addToPlan(actor, { patientId: patient.personId, slug: "body-scan", rhythm: "" }),
    () => changeRhythm(actor, { itemId, version, rhythm: "x" }),
    () => letGoOfPractice(actor, { itemId }),
  ];
  for (const other of [companion, admin])
    for (const act of acts(other)) await expect(act()).rejects.toMatchObject({ code: "refused" });
  const elsewhere = (await makeClinic({ name: "Another clinic" })).clinicId;
  const strangers = [
    await makePerson(clinicId, "therapist"),
    await makePerson(clinicId, "patient"),
    await makePerson(elsewhere, "therapist"),
    await makePerson(elsewhere, "patient"),
  ];
  for (const other of strangers)
    for (const act of acts(other)) await expect(act()).rejects.toMatchObject({ code: "not-found" });
  expect((await planOf(patient))?.items).toMatchObject([{ id: itemId, version }]);
});
