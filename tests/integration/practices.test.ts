import { expect, test } from "vitest";
import { newId, read } from "@/lib/core/db";
import { choosePractice } from "@/lib/practices/commands";
import { logPractice, rewordLog, unlogPractice } from "@/lib/practices/log/commands";
import { listLogs, listLogsSince } from "@/lib/practices/log/queries";
import { putAwayOwnPractice, writeOwnPractice } from "@/lib/practices/own/commands";
import { findOwn, listOwn } from "@/lib/practices/own/queries";
import { findPractice, listPractices } from "@/lib/practices/queries";
import { restSlug } from "@/lib/practices/rules";
import { share, takeBack } from "@/lib/sharing/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { assign, makeGrant, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";

const walking = "body-walking";
const bench = {
  ...{ version: 0, family: "nature" as const, title: "The bench by the river", why: "It is quiet there" },
  ...{ steps: ["Walk there", "Sit"], short: "", gentle: "Think of it", tooMuch: "" },
};
type Person = Awaited<ReturnType<typeof makePerson>>;
const garden = (actor: Person) => read(actor, (db) => listPractices(db, actor.personId));
const logs = (actor: Person, of = actor) => read(actor, (db) => listLogs(db, of.personId, {}));
const audited = (actor: Person, verb: string) =>
  read(actor, (db) => db.auditEntry.findMany({ where: { verb }, orderBy: { id: "asc" } }));

test("a patient keeps a practice near, puts it out of sight and shows it again, for themselves alone", async () => {
  const { patient, clinicId } = await makeTrio();
  const find = () => read(patient, (db) => findPractice(db, patient.personId, walking));
  expect(await find()).toMatchObject({ favourite: false, hidden: false, own: false });
  await choosePractice(patient, { slug: walking, choice: "favourite" });
  expect(await find()).toMatchObject({ favourite: true, hidden: false });
  await choosePractice(patient, { slug: walking, choice: "hide" });
  expect(await find()).toMatchObject({ favourite: false, hidden: true });
  await choosePractice(patient, { slug: walking, choice: "show" });
  expect(await find()).toMatchObject({ favourite: false, hidden: false });
  const entries = await audited(patient, "practice.choose");
  expect(entries).toHaveLength(3);
  expect(entries[0]).toMatchObject({ patientId: patient.personId, subject: "practice", detail: null });
  const other = await makePerson(clinicId, "patient");
  await choosePractice(patient, { slug: walking, choice: "favourite" });
  expect((await garden(other)).some(({ favourite }) => favourite)).toBe(false);
});

test("what is in no garden cannot be kept near", async () => {
  const { patient } = await makeTrio();
  const choice = choosePractice(patient, { slug: "no-such-practice", choice: "favourite" });
  await expect(choice).rejects.toMatchObject({ code: "not-found" });
});

test("a patient writes a practice of their own, which lies sealed in the database", async () => {
  const { patient } = await makeTrio();
  const id = await writeOwnPractice(patient, bench);
  expect((await garden(patient)).at(-1)).toMatchObject({ slug: id, own: true, title: bench.title, steps: bench.steps });
  const { rows } = await asSuperuser((sql) => sql.query(`select * from "OwnPractice" where "id" = $1`, [id]));
  expect(JSON.stringify(rows)).not.toMatch(/bench|river|quiet/);
  expect(await audited(patient, "practice.write")).toMatchObject([{ subject: "ownPractice", subjectId: id }]);
});

test("an own practice changed in two windows: the second is shown both texts", async () => {
  const { patient } = await makeTrio();
  const practiceId = await writeOwnPractice(patient, bench);
  await writeOwnPractice(patient, { ...bench, practiceId, version: 1, title: "The other bench" });
  const stale = writeOwnPractice(patient, { ...bench, practiceId, version: 1, title: "A third" });
  await expect(stale).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { title: "The other bench", steps: "Walk there\nSit", version: "2" } },
  });
});

test("an own practice that is put away leaves the garden, and comes back", async () => {
  const { patient } = await makeTrio();
  const practiceId = await writeOwnPractice(patient, bench);
  await logPractice(patient, { slug: practiceId });
  await putAwayOwnPractice(patient, { practiceId, away: "yes" });
  expect((await garden(patient)).some(({ slug }) => slug === practiceId)).toBe(false);
  expect((await logs(patient)).rows).toMatchObject([{ title: bench.title, here: false }]);
  expect(await read(patient, (db) => findOwn(db, patient.personId, practiceId))).toMatchObject({
    putAwayAt: expect.any(Date),
  });
  await putAwayOwnPractice(patient, { practiceId, away: "no" });
  expect((await garden(patient)).some(({ slug }) => slug === practiceId)).toBe(true);
});

test("what was practised is noted with how it felt, reworded, and taken out again", async () => {
  const { patient } = await makeTrio();
  const logId = await logPractice(patient, { slug: walking, before: "tense", after: "softer" });
  expect((await logs(patient)).rows).toMatchObject([{ id: logId, before: "tense", after: "softer", minutes: null }]);
  await rewordLog(patient, { logId, before: undefined, after: "open", minutes: 12 });
  expect((await logs(patient)).rows).toMatchObject([{ before: null, after: "open", minutes: 12, here: true }]);
  await unlogPractice(patient, { logId });
  expect((await logs(patient)).rows).toEqual([]);
  await expect(unlogPractice(patient, { logId })).rejects.toMatchObject({ code: "not-found" });
  await expect(rewordLog(patient, { logId })).rejects.toMatchObject({ code: "not-found" });
  expect(await audited(patient, "practice.log")).toMatchObject([{ subjectId: logId }, { subjectId: logId }]);
  expect(await audited(patient, "practice.unlog")).toMatchObject([{ subjectId: logId, subject: "practiceLog" }]);
});

test("rest is noted like any practice, and nothing but the practice is needed", async () => {
  const { patient } = await makeTrio();
  await logPractice(patient, { slug: restSlug });
  expect((await logs(patient)).rows).toMatchObject([{ title: "Rest", before: null, after: null }]);
});

test("what has not been yet, or is in no garden, is not noted", async () => {
  const { patient } = await makeTrio();
  const tomorrow = new Date(Date.now() + 86_400_000);
  await expect(logPractice(patient, { slug: walking, at: tomorrow })).rejects.toMatchObject({ code: "invalid" });
  await expect(logPractice(patient, { slug: "nowhere" })).rejects.toMatchObject({ code: "not-found" });
  await expect(logPractice(patient, { slug: newId() })).rejects.toMatchObject({ code: "not-found" });
});

test("a second tap on the same form notes it once", async () => {
  const { patient } = await makeTrio();
  const tapping = { ...patient, formKey: newId() };
  const first = await logPractice({ ...tapping }, { slug: walking });
  expect(await logPractice({ ...tapping }, { slug: walking })).toBe(first);
  expect((await logs(patient)).rows).toHaveLength(1);
  const choosing = { ...patient, formKey: newId() };
  for (let tap = 0; tap < 2; tap++) await choosePractice({ ...choosing }, { slug: walking, choice: "favourite" });
  const writing = { ...patient, formKey: newId() };
  expect(await writeOwnPractice({ ...writing }, bench)).toBe(await writeOwnPractice({ ...writing }, bench));
  expect(await read(patient, (db) => listOwn(db, patient.personId))).toHaveLength(1);
});

test("a long log comes page by page, forwards and back", async () => {
  const { patient } = await makeTrio();
  const at = Date.now();
  for (let i = 0; i < 30; i++) await logPractice(patient, { slug: walking, at: new Date(at - i * 60_000) });
  const first = await logs(patient);
  expect(first.rows).toHaveLength(25);
  const second = await read(patient, (db) => listLogs(db, patient.personId, { after: first.after }));
  expect(second.rows).toHaveLength(5);
  const back = await read(patient, (db) => listLogs(db, patient.personId, { before: second.before }));
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  const since = await read(patient, (db) => listLogsSince(db, patient.personId, new Date(at - 90_000), walking));
  expect(since).toHaveLength(2);
});

test("one log is shared with the care team or a companion, and gone for them once taken back", async () => {
  const { patient, therapist, companion, clinicId, admin } = await makeTrio();
  await makeGrant(patient, companion);
  const colleague = await makePerson(clinicId, "therapist");
  const id = await logPractice(patient, { slug: walking });
  await logPractice(patient, { slug: walking });
  const entry = { subject: "practiceLog" as const, subjectId: id };
  const seenBy = async (who: Person) => (await logs(who, patient)).rows.map((log) => log.id);
  expect(await seenBy(therapist)).toEqual([]);
  await share(patient, { ...entry, audience: "careTeam" });
  await share(patient, { ...entry, audience: "companion", companionId: companion.personId });
  expect(await seenBy(therapist)).toEqual([id]);
  expect(await seenBy(companion)).toEqual([id]);
  for (const other of [colleague, admin]) expect(await seenBy(other)).toEqual([]);
  await takeBack(patient, { ...entry, audience: "careTeam" });
  expect(await seenBy(therapist)).toEqual([]);
  expect(await seenBy(companion)).toEqual([id]);
  await unlogPractice(patient, { logId: id });
  expect(await seenBy(companion)).toEqual([]);
});

test("nobody else writes it: staff and companions are refused, other patients find nothing", async () => {
  const { patient, therapist, companion, admin, clinicId } = await makeTrio();
  const practiceId = await writeOwnPractice(patient, bench);
  const logId = await logPractice(patient, { slug: practiceId });
  const acts = (actor: Person) => [
    () => choosePractice(actor, { slug: practiceId, choice: "hide" }),
    () => writeOwnPractice(actor, { ...bench, practiceId, version: 1 }),
    () => putAwayOwnPractice(actor, { practiceId, away: "yes" }),
    () => logPractice(actor, { slug: practiceId }),
    () => rewordLog(actor, { logId, after: "open" }),
    () => unlogPractice(actor, { logId }),
  ];
  for (const other of [therapist, companion, admin])
    for (const act of acts(other)) await expect(act()).rejects.toMatchObject({ code: "refused" });
  const elsewhere = await makeClinic({ name: "Another clinic" });
  for (const clinic of [clinicId, elsewhere.clinicId]) {
    const other = await makePerson(clinic, "patient");
    for (const act of acts(other)) await expect(act()).rejects.toMatchObject({ code: "not-found" });
  }
  await assign(admin, patient, await makePerson(clinicId, "therapist"));
  expect(await read(therapist, (db) => listOwn(db, patient.personId))).toEqual([]);
});
