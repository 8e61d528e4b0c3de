import { expect, test, vi } from "vitest";
import { keepSensation, noteState, removeSensation } from "@/lib/body/commands";
import { findSensation, findState, listAllSensations, listSensations } from "@/lib/body/queries";
import { stateLasts } from "@/lib/body/rules";
import type { Actor } from "@/lib/core/actor";
import { now, withClock } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { share, takeBack } from "@/lib/sharing/commands";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { hoursFromNow, makeGrant, makeSession, makeTrio } from "../support/companions";
import { countStatements, renderOnServer } from "../support/statements";

let acting: Actor;
vi.mock("@/lib/core/actor", async (original) => ({
  ...(await original<typeof import("@/lib/core/actor")>()),
  requireActor: async () => acting,
}));

const chest = { side: "front", place: "chest", text: "tight, like a held breath" } as const;
const feltBy = (reader: Actor, patient: Actor) => read(reader, (db) => listAllSensations(db, patient.personId));

test("a patient notes how the body is; it counts as now for three hours, and nobody else reads it", async () => {
  const { patient, therapist } = await makeTrio();
  const stateNow = (who: Actor) =>
    read(who, (db) => findState(db, patient.personId, new Date(now().getTime() - stateLasts)));
  await withClock(hoursFromNow(-4), () => noteState(patient, { state: "settled" }));
  expect(await stateNow(patient)).toBeNull();
  await noteState(patient, { state: "shutDown" });
  expect(await stateNow(patient)).toMatchObject({ state: "shutDown" });
  expect(await stateNow(therapist)).toBeNull();
  const entries = await read(patient, (db) => db.auditEntry.findMany({ where: { verb: "state.note" } }));
  expect(entries).toHaveLength(2);
  expect(JSON.stringify(entries)).not.toContain("shutDown");
});

test("a sensation is kept in the patient's words, sealed, and can be taken out", async () => {
  const { patient } = await makeTrio();
  const id = await keepSensation(patient, chest);
  expect(await read(patient, (db) => findSensation(db, id))).toMatchObject({ id, ...chest });
  const [row] = await read(patient, (db) => db.sensation.findMany({ select: { sealed: true } }));
  expect(row?.sealed).toMatch(/^v1\./);
  await removeSensation(patient, { sensationId: id });
  expect(await feltBy(patient, patient)).toEqual([]);
  expect(await read(patient, (db) => findSensation(db, id))).toBeNull();
  await expect(removeSensation(patient, { sensationId: id })).rejects.toMatchObject({ code: "not-found" });
  const verbs = await read(patient, (db) =>
    db.auditEntry.findMany({ where: { subjectId: id }, select: { verb: true }, orderBy: { at: "asc" } }),
  );
  expect(verbs.map(({ verb }) => verb)).toEqual(["sensation.keep", "sensation.remove"]);
});

test("they are read page by page, the newest first", async () => {
  const { patient } = await makeTrio();
  for (let at = 0; at < 27; at++) {
    await withClock(hoursFromNow(at - 30), () => keepSensation(patient, { ...chest, text: `felt ${at}` }));
  }
  const first = await read(patient, (db) => listSensations(db, patient.personId, {}));
  expect(first.rows).toHaveLength(25);
  expect(first.rows[0]?.text).toBe("felt 26");
  const second = await read(patient, (db) => listSensations(db, patient.personId, { after: first.after }));
  expect(second.rows.map(({ text }) => text)).toEqual(["felt 1", "felt 0"]);
  const back = await read(patient, (db) => listSensations(db, patient.personId, { before: second.before }));
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
});

test("therapist and companion read a sensation while it is shared with them, and nothing once it is taken back or out", async () => {
  const { patient, therapist, companion, clinicId } = await makeTrio();
  await makeSession(therapist, patient, 24);
  await makeGrant(patient, companion);
  const colleague = await makePerson(clinicId, "therapist");
  const neighbour = await makePerson(clinicId, "patient");
  const { admin: stranger } = await makeClinic({ name: "Another clinic" });
  const subjectId = await keepSensation(patient, chest);
  await keepSensation(patient, { ...chest, place: "belly" });
  const everybody = [therapist, companion, colleague, neighbour, stranger];
  for (const other of everybody) expect(await feltBy(other, patient)).toEqual([]);

  const forTeam = { subject: "sensation", subjectId, audience: "careTeam" } as const;
  const forSam = { ...forTeam, audience: "companion", companionId: companion.personId } as const;
  await share(patient, forTeam);
  await share(patient, forSam);
  for (const reader of [therapist, companion]) expect(await feltBy(reader, patient)).toMatchObject([chest]);
  for (const other of [colleague, neighbour, stranger]) expect(await feltBy(other, patient)).toEqual([]);

  await takeBack(patient, forSam);
  expect(await feltBy(companion, patient)).toEqual([]);
  await removeSensation(patient, { sensationId: subjectId });
  expect(await feltBy(therapist, patient)).toEqual([]);
  expect(await feltBy(patient, patient)).toMatchObject([{ place: "belly" }]);
});

test("nobody else writes it: staff and companions are refused, other patients find nothing", async () => {
  const { patient, therapist, companion, admin, clinicId } = await makeTrio();
  const sensationId = await keepSensation(patient, chest);
  for (const other of [therapist, companion, admin]) {
    const acts = [
      () => noteState(other, { state: "settled" }),
      () => keepSensation(other, chest),
      () => removeSensation(other, { sensationId }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "refused" });
  }
  const elsewhere = await makeClinic({ name: "Another clinic" });
  for (const clinic of [clinicId, elsewhere.clinicId]) {
    const other = await makePerson(clinic, "patient");
    await expect(removeSensation(other, { sensationId })).rejects.toMatchObject({ code: "not-found" });
  }
});

test("the page asks the database as often for three sensations as for a full page of them", async () => {
  const { patient } = await makeTrio();
  acting = patient;
  await noteState(patient, { state: "activated" });
  const { default: BodyPage } = await import("@/app/my/body/page");
  const open = () =>
    countStatements(() => renderOnServer(BodyPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) })));
  const keep = async (many: number) => {
    for (let at = 0; at < many; at++) await keepSensation(patient, chest);
  };
  await keep(3);
  const few = await open();
  await keep(30);
  expect(await open()).toBe(few);
  expect(few).toBeLessThanOrEqual(16);
});
