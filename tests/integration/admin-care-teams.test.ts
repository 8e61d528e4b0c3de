import { expect, test } from "vitest";
import { deactivatePerson } from "@/lib/accounts/people/commands";
import { assign, endPlace } from "@/lib/careTeams/commands";
import { countWithoutTeam, findCareTeam, listCareTeams } from "@/lib/careTeams/queries";
import { careTeamFilter } from "@/lib/careTeams/schema";
import type { Actor } from "@/lib/core/actor";
import { now, withClock } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import type { Place } from "@/lib/core/pages";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { entriesOf, makeBusyClinic, makeOthers } from "../support/admin";
import { asRole } from "../support/database";
import { countStatements } from "../support/statements";

const place = (patient: Actor, therapist: Actor, until = "") => ({
  patientId: patient.personId,
  therapistId: therapist.personId,
  until,
});
const sees = (therapist: Actor, patient: Actor) =>
  read(therapist, (db) => db.person.count({ where: { id: patient.personId } })).then(Boolean);
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function makeQuietClinic() {
  const { clinicId, admin } = await makeClinic({ timeZone: "UTC" });
  const therapist = await makePerson(clinicId, "therapist", { name: "Ana Reyes" });
  const patient = await makePerson(clinicId, "patient", { name: "Noor" });
  return { clinicId, admin, therapist, patient };
}

test("an admin puts a therapist on a care team and ends it: the record opens and closes at once", async () => {
  const { admin, therapist, patient } = await makeQuietClinic();
  expect(await sees(therapist, patient)).toBe(false);
  const placeId = await assign(admin, place(patient, therapist));
  expect(await sees(therapist, patient)).toBe(true);
  await endPlace(admin, placeId);
  expect(await sees(therapist, patient)).toBe(false);
  await expect(endPlace(admin, placeId)).rejects.toMatchObject({ code: "conflict" });
  for (const verb of ["careTeam.assign", "careTeam.end"])
    expect(await entriesOf(admin, verb)).toMatchObject([{ patientId: patient.personId, subjectId: placeId }]);
  const team = await read(admin, (db) => findCareTeam(db, patient.personId));
  expect(team?.careTeam).toMatchObject([{ id: placeId, until: expect.any(Date), therapist: { name: "Ana Reyes" } }]);
});

test("a stand-in's place ends by itself after its last day", async () => {
  const { admin, therapist, patient } = await makeQuietClinic();
  await assign(admin, place(patient, therapist, dayIn(2)));
  const team = (days: number) =>
    withClock(new Date(now().getTime() + days * 86_400_000), () =>
      read(admin, (db) => listCareTeams(db, careTeamFilter.parse({}), {})),
    );
  expect((await team(1)).rows[0]?.careTeam).toHaveLength(1);
  expect((await team(4)).rows[0]?.careTeam).toHaveLength(0);
  await expect(assign(admin, place(patient, therapist, dayIn(-2)))).rejects.toMatchObject({
    detail: { field: "until" },
  });
});

test("nobody is on one care team twice at a time, but may come back", async () => {
  const { admin, therapist, patient } = await makeQuietClinic();
  const first = await assign(admin, place(patient, therapist));
  await expect(assign(admin, place(patient, therapist))).rejects.toMatchObject({
    code: "conflict",
    detail: { field: "therapistId" },
  });
  await endPlace(admin, first);
  await assign(admin, place(patient, therapist));
  expect(await sees(therapist, patient)).toBe(true);
});

test("a care team is a patient's, of active therapists of the same clinic", async () => {
  const { clinicId, admin, therapist, patient } = await makeQuietClinic();
  const elsewhere = await makeQuietClinic();
  const gone = await makePerson(clinicId, "therapist");
  await deactivatePerson(admin, gone.personId);
  for (const [whose, who] of [
    [patient, gone],
    [patient, elsewhere.therapist],
    [patient, admin],
    [therapist, therapist],
    [elsewhere.patient, therapist],
  ] as const)
    await expect(assign(admin, place(whose, who))).rejects.toMatchObject({ code: "conflict" });
});

test("nobody but an admin of the clinic decides who treats whom", async () => {
  const { clinicId, admin, therapist, patient } = await makeQuietClinic();
  const others: [string, Actor][] = [...(await makeOthers(clinicId)), ["the therapist", therapist]];
  for (const [who, actor] of others)
    await expect(assign(actor, place(patient, therapist)), who).rejects.toMatchObject({ name: "DomainError" });
  const placeId = await assign(admin, place(patient, therapist));
  for (const [who, actor] of others)
    await expect(endPlace(actor, placeId), who).rejects.toMatchObject({ name: "DomainError" });
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [admin.handleHash]);
    const moved = sql.query(`update "CareTeamMember" set "from" = now() where "id" = $1`, [placeId]);
    await expect(moved).rejects.toThrow("permission denied");
  });
});

test("patients whom nobody treats are counted and can be listed alone", async () => {
  const { clinicId, admin } = await makeBusyClinic();
  await makePerson(clinicId, "patient", { name: "Mika" });
  expect(await read(admin, countWithoutTeam)).toBe(1);
  const list = (filter: object, at: Place = {}) =>
    read(admin, (db) => listCareTeams(db, careTeamFilter.parse(filter), at)).then(({ rows }) =>
      rows.map(({ name }) => name),
    );
  expect(await list({ team: "none" })).toEqual(["Mika"]);
  expect(await list({ q: "noo" })).toEqual(["Noor"]);
  expect(await list({})).toEqual(["Mika", "Noor"]);
});

test("3 and 30 patients cost the same number of statements, and paging shows each once", async () => {
  const { clinicId, admin, therapist } = await makeQuietClinic();
  const list = (at: Place = {}) => read(admin, (db) => listCareTeams(db, careTeamFilter.parse({}), at));
  const costs = [];
  for (const more of [2, 27]) {
    for (let i = 0; i < more; i++)
      await assign(admin, place(await makePerson(clinicId, "patient", { name: `P${i % 5}` }), therapist));
    costs.push(await countStatements(() => list()));
  }
  expect(costs[0]).toBe(costs[1]);
  const first = await list();
  const second = await list({ after: first.after });
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(30);
  expect((await list({ before: second.before })).rows).toEqual(first.rows);
});
