import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { canBeSharedWith, type KindName, kinds, shareable } from "@/lib/core/kinds";
import { findUnseen } from "@/lib/patients/queries";
import { seeShared } from "@/lib/records/commands";
import { listSeen } from "@/lib/sharing/answers/queries";
import { share, takeBack, takeBackFromAll } from "@/lib/sharing/commands";
import { listShares } from "@/lib/sharing/queries";
import { listSharedWithMe, listSharedWithTeam, sharesOnPage } from "@/lib/sharing/shown/queries";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { assign, makeGrant, makeSession, makeTrio, setIntention } from "../support/companions";
import { asRole, asSuperuser } from "../support/database";
import { countStatements } from "../support/statements";
import { make } from "../support/things";

async function everybody() {
  const people = await makeTrio();
  const { clinicId, admin, patient, companion } = people;
  const elsewhere = await makeClinic({ name: "Another clinic" });
  const former = await makePerson(clinicId, "therapist");
  await assign(admin, patient, former);
  await endPlace(former);
  const revoked = await makePerson(clinicId, "companion", { name: "Jo" });
  await makeGrant(patient, companion);
  const revokedGrant = await makeGrant(patient, revoked);
  return {
    ...people,
    former,
    revoked,
    revokedGrant,
    colleague: await makePerson(clinicId, "therapist"),
    otherPatient: await makePerson(clinicId, "patient"),
    stranger: await makePerson(elsewhere.clinicId, "therapist"),
  };
}

const endPlace = (therapist: Actor) =>
  asSuperuser((sql) =>
    sql.query('update "CareTeamMember" set "until" = now() where "therapistId" = $1', [therapist.personId]),
  );

const endGrant = (patient: Actor, grantId: string) =>
  asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [patient.handleHash]);
    await sql.query('update "CompanionGrant" set "endedAt" = now() where id = $1', [grantId]);
  });

const teamSees = async (actor: Actor, patient: Actor) =>
  (await read(actor, (db) => listSharedWithTeam(db, patient.personId, {}))).rows;
const companionSees = async (actor: Actor) => (await read(actor, (db) => listSharedWithMe(db, {}))).rows;

const listed = shareable.filter((name) => kinds[name].shared?.listed);

test.each(listed)(
  "a patient's own %s is seen by nobody, then by the care team alone, and by nobody once taken back",
  async (subject) => {
    const { patient, therapist, companion, admin, former, colleague, otherPatient, stranger } = await everybody();
    const subjectId = await make(subject, { patient, therapist, companion });
    const withTeam = { subject, subjectId, audience: "careTeam" as const };
    expect(await teamSees(therapist, patient)).toEqual([]);
    await share(patient, withTeam);
    const [row] = await teamSees(therapist, patient);
    expect(row).toMatchObject({ subject, subjectId, answers: [] });
    expect(row?.thing.title).toBeTruthy();
    for (const other of [former, colleague, stranger, otherPatient, admin])
      expect(await teamSees(other, patient)).toEqual([]);
    expect(await companionSees(companion)).toEqual([]);
    await takeBack(patient, withTeam);
    expect(await teamSees(therapist, patient)).toEqual([]);
  },
);

const forCompanions = listed.filter((subject) => canBeSharedWith(subject, "companion"));

test.each(forCompanions)(
  "a patient's %s is read by the companion it was shared with, until it is taken back or access ends",
  async (subject) => {
    const { patient, therapist, companion, revoked, revokedGrant } = await everybody();
    const subjectId = await make(subject, { patient, therapist, companion });
    const withSam = { subject, subjectId, audience: "companion" as const, companionId: companion.personId };
    await share(patient, { ...withSam, companionId: revoked.personId });
    expect(await companionSees(revoked)).toHaveLength(1);
    await endGrant(patient, revokedGrant);
    expect(await companionSees(revoked)).toEqual([]);
    await share(patient, withSam);
    expect(await companionSees(companion)).toMatchObject([{ subjectId, patientName: "Noor" }]);
    expect(await teamSees(therapist, patient)).toEqual([]);
    await takeBack(patient, withSam);
    expect(await companionSees(companion)).toEqual([]);
  },
);

test("a plan and a goal are for the care team at most", async () => {
  const people = await everybody();
  const { patient, companion } = people;
  for (const subject of ["plan", "goal"] as const) {
    const subjectId = await make(subject, people);
    const withSam = { subject, subjectId, audience: "companion" as const, companionId: companion.personId };
    await expect(share(patient, withSam)).rejects.toThrow("cannot be shared");
  }
});

test("an intention stands among what is shared, in its newest wording", async () => {
  const { patient, therapist } = await everybody();
  const sessionId = await makeSession(therapist, patient, 24);
  const subjectId = await setIntention(patient, sessionId, "To let my shoulders down");
  await share(patient, { subject: "intention", subjectId, audience: "careTeam" });
  expect((await teamSees(therapist, patient))[0]?.thing).toMatchObject({
    title: "Intention",
    parts: [{ part: "words", text: "“To let my shoulders down”" }],
    ref: sessionId,
  });
});

test("what is shared comes newest first and in pages, and a full page asks the database as often as a short one", async () => {
  const people = await everybody();
  const { patient, therapist } = people;
  const page = (place: object) => read(therapist, (db) => listSharedWithTeam(db, patient.personId, place));
  const ids: string[] = [await make("entry", people)];
  await share(patient, { subject: "entry", subjectId: ids[0] ?? "", audience: "careTeam" });
  await page({});
  const short = await countStatements(() => page({}));
  for (let count = 0; count < sharesOnPage + 3; count++) {
    const subjectId = await make("entry", people);
    ids.unshift(subjectId);
    await share(patient, { subject: "entry", subjectId, audience: "careTeam" });
  }
  const first = await page({});
  expect(await countStatements(() => page({}))).toBe(short);
  const second = await page({ after: first.after });
  expect([...first.rows, ...second.rows].map(({ subjectId }) => subjectId)).toEqual(ids);
  expect((await page({ before: second.before })).rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
});

test("a therapist sees what is new once, the log says so, and the patient reads who has seen it", async () => {
  const people = await everybody();
  const { patient, therapist } = people;
  const subjectId = await make("entry", people);
  await share(patient, { subject: "entry", subjectId, audience: "careTeam" });
  const unseen = () => read(therapist, (db) => findUnseen(db, therapist.personId, [subjectId]));
  expect((await unseen()).has(subjectId)).toBe(true);
  await seeShared(therapist, patient.personId, [subjectId]);
  await seeShared(therapist, patient.personId, [subjectId]);
  expect((await unseen()).size).toBe(0);
  const seen = await read(patient, (db) => listSeen(db, [subjectId]));
  expect(seen).toMatchObject([{ by: "Ana Reyes", personId: therapist.personId }]);
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "share.see" } }));
  expect(entries[0]).toMatchObject({ subject: "entry", subjectId, actorId: therapist.personId });
});

test("a companion's reading leaves no line, and nobody reads who has seen another's entry", async () => {
  const people = await everybody();
  const { patient, therapist, otherPatient, companion } = people;
  const subjectId = await make("entry", people);
  await share(patient, { subject: "entry", subjectId, audience: "careTeam" });
  await seeShared(therapist, patient.personId, [subjectId]);
  for (const other of [otherPatient, companion])
    expect(await read(other, (db) => listSeen(db, [subjectId]))).toEqual([]);
  await expect(seeShared(companion, patient.personId, [subjectId])).rejects.toMatchObject({ code: "refused" });
});

test("one step takes an entry back from everybody, and the log says so", async () => {
  const people = await everybody();
  const { patient, therapist, companion, otherPatient } = people;
  const subject: KindName = "entry";
  const subjectId = await make("entry", people);
  await share(patient, { subject, subjectId, audience: "careTeam" });
  await share(patient, { subject, subjectId, audience: "companion", companionId: companion.personId });
  await expect(takeBackFromAll(otherPatient, { subject, subjectId })).rejects.toMatchObject({ code: "not-found" });
  await expect(takeBackFromAll(therapist, { subject, subjectId })).rejects.toMatchObject({ code: "refused" });
  await takeBackFromAll(patient, { subject, subjectId });
  expect(await read(patient, (db) => listShares(db, [subjectId]))).toEqual([]);
  expect([await teamSees(therapist, patient), await companionSees(companion)]).toEqual([[], []]);
  const [entry] = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "share.takeBack" } }));
  expect(entry).toMatchObject({ subjectId, detail: { audience: "everybody" } });
});
