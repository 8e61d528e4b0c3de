import { expect, test } from "vitest";
import { revokeInvitation } from "@/lib/accounts/invitations/commands";
import { invitePerson } from "@/lib/accounts/newcomers/commands";
import { countAccounts, findInvitation, listAccounts } from "@/lib/accounts/people/queries";
import { accountFilter } from "@/lib/accounts/people/schema";
import type { Actor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import type { Place } from "@/lib/core/pages";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { entriesOf, makeBusyClinic, makeOthers } from "../support/admin";
import { asSuperuser } from "../support/database";
import { countStatements } from "../support/statements";

const somebody = (changes: object = {}) => ({
  role: "patient" as const,
  name: "Ines Duarte",
  email: `${newId()}@people.test`,
  credentials: "",
  therapistId: "",
  ...changes,
});

const list = (actor: Actor, filter: object = {}, place: Place = {}) =>
  read(actor, (db) => listAccounts(db, accountFilter.parse(filter), place));
const names = async (...of: Parameters<typeof list>) => (await list(...of)).rows.map(({ name }) => name);

test("an admin invites a patient with the therapist who will treat them, and the log names no address", async () => {
  const { admin, therapist } = await makeBusyClinic();
  const id = await invitePerson(admin, somebody({ therapistId: therapist.personId }));
  expect(await read(admin, (db) => findInvitation(db, id))).toMatchObject({
    name: "Ines Duarte",
    therapist: "Ana Reyes",
    createdBy: "Robin Vale",
  });
  expect(await entriesOf(admin, "account.invite")).toMatchObject([{ subjectId: id, detail: { role: "patient" } }]);
});

test("who will treat an invited patient is an active therapist of the clinic", async () => {
  const { admin, patient } = await makeBusyClinic();
  const elsewhere = await makeBusyClinic();
  for (const person of [patient, elsewhere.therapist])
    await expect(invitePerson(admin, somebody({ therapistId: person.personId }))).rejects.toMatchObject({
      name: "DomainError",
    });
  expect(await read(admin, countAccounts)).toMatchObject({ waiting: 0 });
});

test("nobody but an admin invites to the clinic", async () => {
  const { clinicId, admin } = await makeClinic();
  const [others, stranger] = [await makeOthers(clinicId), "the admin of another clinic"];
  for (const [who, actor] of others.filter(([who]) => who !== stranger))
    await expect(invitePerson(actor, somebody()), who).rejects.toMatchObject({ code: "refused" });
  expect(await read(admin, countAccounts)).toMatchObject({ waiting: 0 });
});

test("the list holds people and open invitations by name, and nobody of another clinic", async () => {
  const { clinicId, admin } = await makeClinic();
  await makePerson(clinicId, "therapist", { name: "Ana Reyes", credentials: "LPC" });
  await invitePerson(admin, somebody({ name: "Carla Weiss" }));
  const taken = await invitePerson(admin, somebody({ name: "Dora Lund" }));
  await revokeInvitation(admin, taken);
  const elsewhere = await makeClinic();
  await makePerson(elsewhere.clinicId, "patient", { name: "Bo" });
  expect(await names(admin)).toEqual(["Ana Reyes", "Carla Weiss", "Robin Vale"]);
  expect((await list(admin)).rows[1]).toMatchObject({ kind: "invitation", expiresAt: expect.any(Date) });
});

test("the list is narrowed by name, address, role and state", async () => {
  const { clinicId, admin } = await makeClinic();
  await makePerson(clinicId, "therapist", { name: "Ana Reyes", email: "ana_r@people.test" });
  await makePerson(clinicId, "patient", { name: "Noor", fullName: "Noor Haddad" });
  await invitePerson(admin, somebody({ name: "Ines" }));
  expect(await names(admin, { q: "reyes" })).toEqual(["Ana Reyes"]);
  expect(await names(admin, { q: "HADDAD" })).toEqual(["Noor"]);
  expect(await names(admin, { q: "ana_r@" })).toEqual(["Ana Reyes"]);
  expect(await names(admin, { q: "%" })).toEqual([]);
  expect(await names(admin, { role: "patient" })).toEqual(["Ines", "Noor"]);
  expect(await names(admin, { role: "patient", state: "invited" })).toEqual(["Ines"]);
  expect(await names(admin, { state: "active" })).toEqual(["Ana Reyes", "Noor", "Robin Vale"]);
  expect(await names(admin, { state: "deactivated" })).toEqual([]);
});

test("paging forth and back shows everybody once, namesakes included", async () => {
  const { clinicId, admin } = await makeClinic();
  await addPeople(clinicId, 60);
  for (let i = 0; i < 3; i++) await invitePerson(admin, somebody({ name: "Person 07" }));
  const first = await list(admin);
  const second = await list(admin, {}, { after: first.after });
  const third = await list(admin, {}, { after: second.after });
  const all = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(new Set(all).size).toBe(64);
  expect([first.before, third.after]).toEqual([undefined, undefined]);
  const back = await list(admin, {}, { before: third.before });
  expect(back.rows).toEqual(second.rows);
  expect((await list(admin, {}, { before: second.before })).before).toBeUndefined();
});

test("5, 50 and 500 people cost the same number of statements", async () => {
  const { clinicId, admin } = await makeClinic();
  const costs: number[] = [];
  for (const more of [4, 45, 450]) {
    await addPeople(clinicId, more);
    costs.push(await countStatements(() => list(admin)));
  }
  expect(new Set(costs).size).toBe(1);
});

/** Many people at once, in plain SQL. */
const addPeople = (clinicId: string, many: number) =>
  asSuperuser(async (sql) => {
    await sql.query(
      `with people as (
         select gen_random_uuid() as account, gen_random_uuid() as person, 'Person ' || lpad((i % 30)::text, 2, '0') as name
         from generate_series(1, $2) i),
       accounts as (
         insert into "Account" ("id", "email", "passwordHash", "passwordChangedAt", "createdAt")
         select account, account || '@people.test', '!', now(), now() from people returning 1),
       persons as (
         insert into "Person" ("id", "clinicId", "accountId", "role", "name", "timeZone", "createdAt")
         select person, $1, account, 'patient', name, 'UTC', now() from people returning 1)
       insert into "Contact" ("personId", "clinicId", "fullName", "email")
       select person, $1, name, account || '@people.test' from people`,
      [clinicId, many],
    );
  });
