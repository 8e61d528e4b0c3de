import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { type KindName, kinds, shareable } from "@/lib/core/kinds";
import { listOpenings } from "@/lib/records/queries";
import { openingWords } from "@/lib/records/rules";
import { giveAnswer } from "@/lib/sharing/answers/commands";
import { listAnswers } from "@/lib/sharing/answers/queries";
import { answerInput } from "@/lib/sharing/answers/schema";
import { share, takeBack } from "@/lib/sharing/commands";
import { listArrivals } from "@/lib/today/arrived/queries";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { makeGrant, makeTrio } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";
import { make } from "../support/things";

const words = "Thank you. I will bring this on Thursday.";

async function shared(subject: KindName = "entry") {
  const people = await makeTrio();
  const { patient } = people;
  const subjectId = await make(subject, people);
  const withTeam = { subject, subjectId, audience: "careTeam" as const };
  await share(patient, withTeam);
  return { ...people, subjectId, withTeam, input: { patientId: patient.personId, subjectId, text: words } };
}

const answersFor = (actor: Actor, subjectId: string) => read(actor, (db) => listAnswers(db, [subjectId]));

test.each(shareable.filter((name) => kinds[name].shared?.answered))(
  "a therapist answers a shared %s, and the patient reads it with the name",
  async (subject) => {
    const { patient, therapist, subjectId, input } = await shared(subject);
    const id = await giveAnswer(therapist, input);
    expect(await answersFor(patient, subjectId)).toMatchObject([{ id, text: words, by: "Ana Reyes" }]);
    expect(await answersFor(therapist, subjectId)).toHaveLength(1);
    const [entry] = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "answer.give" } }));
    expect(entry).toMatchObject({ subject, subjectId, patientId: patient.personId, actorId: therapist.personId });
    expect(entry?.detail ?? null).toBeNull();
  },
);

test("an answer is sealed: the table holds none of its words", async () => {
  const { therapist, input } = await shared();
  await giveAnswer(therapist, input);
  const { rows } = await asSuperuser((sql) => sql.query('select "textSealed" from "Answer"'));
  for (const { textSealed } of rows) expect(textSealed).not.toContain("Thursday");
});

test("what was taken back meanwhile is not answered, and the refusal says so kindly", async () => {
  const { patient, therapist, subjectId, withTeam, input } = await shared();
  await takeBack(patient, withTeam);
  const refused = giveAnswer(therapist, input);
  await expect(refused).rejects.toMatchObject({ code: "conflict", detail: { current: { gone: "yes" } } });
  await expect(refused).rejects.toThrow("no longer shared with you");
  expect(await answersFor(patient, subjectId)).toEqual([]);
});

test("once taken back, earlier answers stay with the patient and are gone for the therapist", async () => {
  const { patient, therapist, subjectId, withTeam, input } = await shared();
  await giveAnswer(therapist, input);
  await takeBack(patient, withTeam);
  expect(await answersFor(therapist, subjectId)).toEqual([]);
  expect(await answersFor(patient, subjectId)).toHaveLength(1);
  await share(patient, withTeam);
  expect(await answersFor(therapist, subjectId)).toHaveLength(1);
});

test("nobody else answers or reads answers: colleague, companion, patients, admin, another clinic", async () => {
  const { patient, therapist, companion, admin, clinicId, subjectId, input } = await shared();
  await makeGrant(patient, companion);
  await share(patient, { subject: "entry", subjectId, audience: "companion", companionId: companion.personId });
  await giveAnswer(therapist, input);
  const elsewhere = await makeClinic({ name: "Another clinic" });
  const colleague = await makePerson(clinicId, "therapist");
  const stranger = await makePerson(elsewhere.clinicId, "therapist");
  const otherPatient = await makePerson(clinicId, "patient");
  for (const other of [colleague, stranger]) {
    await expect(giveAnswer(other, input)).rejects.toMatchObject({ code: "not-found" });
  }
  for (const other of [patient, companion, admin, otherPatient]) {
    await expect(giveAnswer(other, input)).rejects.toMatchObject({ code: "refused" });
  }
  for (const other of [colleague, stranger, companion, admin, otherPatient]) {
    expect(await answersFor(other, subjectId)).toEqual([]);
  }
});

test("the database itself refuses an answer in another's name, and to something that is not shared", async () => {
  const { patient, therapist, subjectId, withTeam } = await shared();
  const insert = (author: string) =>
    asRole("portal_app", async (sql) => {
      await sql.query("select from enter($1, false)", [therapist.handleHash]);
      await sql.query(
        `insert into "Answer" ("id", "clinicId", "patientId", "subjectId", "authorId", "textSealed", "at") values (gen_random_uuid(), $1, $2, $3, $4, 'v1.x', now())`,
        [patient.clinicId, patient.personId, subjectId, author],
      );
    });
  await expect(insert(patient.personId)).rejects.toThrow("row-level security");
  await takeBack(patient, withTeam);
  await expect(insert(therapist.personId)).rejects.toThrow("row-level security");
});

test("a new answer is found on the patient's first page for three days, with the way to what it answers", async () => {
  const { patient, therapist, subjectId, input } = await shared();
  await giveAnswer(therapist, input);
  const news = (days: number) =>
    read(patient, (db) => listArrivals(db, patient.personId, new Date(Date.now() + days * 86_400_000), "UTC"));
  expect(await news(2.9)).toMatchObject([
    { title: "Ana Reyes answered something you shared", href: `/my/journal/${subjectId}` },
  ]);
  expect(await news(3.1)).toEqual([]);
});

test("the patient's list of who opened what says that something was answered, without a session", async () => {
  const { patient, therapist, input } = await shared();
  await giveAnswer(therapist, input);
  const { rows } = await read(patient, (db) => listOpenings(db, patient.personId, {}));
  expect(rows.map(({ by, verb, sessionAt }) => [`${by} ${openingWords(verb, null)}`, sessionAt])).toEqual([
    ["Ana Reyes answered something you shared", null],
  ]);
});

test("an answer has a few words, and a thousand characters at most", () => {
  const { patientId, subjectId } = { patientId: crypto.randomUUID(), subjectId: crypto.randomUUID() };
  const parse = (text: string) => answerInput.safeParse({ patientId, subjectId, text }).success;
  expect([parse(" "), parse("ok"), parse("x".repeat(1_000)), parse("x".repeat(1_001))]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
