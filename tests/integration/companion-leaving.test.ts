import { expect, test } from "vitest";
import { changeGrant, inviteCompanion } from "@/lib/companions/grants/commands";
import { agreeToNameGone, leavePatient } from "@/lib/companions/grants/leaving/commands";
import { findGrant, listGrants } from "@/lib/companions/grants/queries";
import { listRooms } from "@/lib/companions/rooms/queries";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { listAudiences } from "@/lib/sharing/queries";
import { makePerson } from "@/prisma/seed/factories";
import { accept, assign, makeGrant, makeSession, makeTrio, setIntention } from "../support/companions";

const invitation = {
  name: "Sam",
  relationship: "",
  scope: "course" as const,
  sessionIds: [],
  showsIntention: false,
  welcome: "With you I can be quiet.",
  unsent: "discard" as const,
};
const invite = (patient: Actor) => inviteCompanion(patient, { ...invitation, email: `${newId()}@people.test` });

async function together(hours = 20) {
  const trio = await makeTrio();
  const sessionId = await makeSession(trio.therapist, trio.patient, hours);
  const grantId = await makeGrant(trio.patient, trio.companion, [sessionId]);
  return { ...trio, sessionId, grantId };
}

const rooms = (companion: Actor) => read(companion, (db) => listRooms(db));
const grantOf = (patient: Actor, grantId: string) => read(patient, (db) => findGrant(db, grantId));
const auditOf = (patient: Actor, verb: string) => read(patient, (db) => db.auditEntry.findMany({ where: { verb } }));
test("a companion ends their own role: nothing is open to them any more, the patient sees it, and the name stays", async () => {
  const { patient, companion, grantId, sessionId } = await together();
  await setIntention(patient, sessionId, "To rest.");
  await leavePatient(companion, { patientId: patient.personId, askName: false });
  expect(await rooms(companion)).toEqual([]);
  expect(await read(companion, (db) => db.session.count())).toBe(0);
  expect(await grantOf(patient, grantId)).toMatchObject({ state: "ended", companionName: "Sam", nameAskedAt: null });
  expect(await auditOf(patient, "companion.leave")).toMatchObject([
    { actorId: companion.personId, patientId: patient.personId, subjectId: grantId },
  ]);
  await expect(leavePatient(companion, { patientId: patient.personId, askName: true })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(agreeToNameGone(patient, { grantId })).rejects.toMatchObject({ code: "not-found" });
});

test("who leaves one patient stays with the other", async () => {
  const { admin, clinicId, therapist, patient, companion } = await together();
  const mika = await makePerson(clinicId, "patient", { name: "Mika" });
  await assign(admin, mika, therapist);
  await makeSession(therapist, mika, 30);
  await makeGrant(mika, companion);
  await leavePatient(companion, { patientId: patient.personId, askName: false });
  expect((await rooms(companion)).map(({ patient: { name } }) => name)).toEqual(["Mika"]);
});

test("the name of a companion who left goes only once the patient agrees", async () => {
  const { patient, companion, grantId, admin } = await together();
  await leavePatient(companion, { patientId: patient.personId, askName: true });
  const asked = await grantOf(patient, grantId);
  expect(asked).toMatchObject({ companionName: "Sam", nameAskedAt: expect.any(Date), nameGoneAt: null });
  for (const other of [companion, admin]) {
    await expect(agreeToNameGone(other, { grantId })).rejects.toMatchObject({ code: "refused" });
  }
  const stranger = await makePerson(patient.clinicId, "patient");
  await expect(agreeToNameGone(stranger, { grantId })).rejects.toMatchObject({ code: "not-found" });
  await agreeToNameGone(patient, { grantId });
  expect(await grantOf(patient, grantId)).toMatchObject({ companionName: "A former companion" });
  expect(await read(patient, (db) => listGrants(db, patient.personId))).toMatchObject([
    { companionName: "A former companion" },
  ]);
  const audience = await read(patient, (db) => listAudiences(db, patient.personId, [newId()]));
  expect(audience(newId())).toEqual({ readers: [], companions: [] });
  expect(await auditOf(patient, "companion.agreeName")).toMatchObject([{ subjectId: grantId }]);
  await expect(agreeToNameGone(patient, { grantId })).rejects.toMatchObject({ code: "not-found" });
});

test("a companion who left and is invited again does not find what was shown before", async () => {
  const { patient, companion, grantId, sessionId } = await together();
  await setIntention(patient, sessionId, "To rest.");
  const { email: _, ...bounds } = { ...invitation, email: "" };
  await changeGrant(patient, { ...bounds, grantId, version: 1, showsIntention: true });
  expect((await rooms(companion))[0]?.sessions[0]?.intention).toBe("To rest.");
  await leavePatient(companion, { patientId: patient.personId, askName: false });
  await accept(await invite(patient), companion);
  expect((await rooms(companion))[0]?.sessions[0]).toMatchObject({ id: sessionId, intention: null });
});

test.each(["patient", "therapist", "admin"] as const)(
  "a %s cannot end a companion's role in their name",
  async (role) => {
    const trio = await together();
    const leave = leavePatient(trio[role], { patientId: trio.patient.personId, askName: false });
    await expect(leave).rejects.toMatchObject({ code: "refused" });
  },
);

test("another companion, and one of another clinic, end nobody's role", async () => {
  const { clinicId, patient, companion } = await together();
  const stranger = await together();
  for (const other of [await makePerson(clinicId, "companion"), stranger.companion]) {
    const leave = leavePatient(other, { patientId: patient.personId, askName: false });
    await expect(leave).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await rooms(companion)).toHaveLength(1);
});
