import { expect, test } from "vitest";
import { addPerson, changeRole, editPerson } from "@/lib/accounts/people/commands";
import { findPerson } from "@/lib/accounts/people/queries";
import { startSignIn } from "@/lib/accounts/signIns/commands";
import type { Actor } from "@/lib/core/actor";
import { findSignedIn } from "@/lib/core/auth";
import { read } from "@/lib/core/db";
import { system } from "@/lib/core/system";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { entriesOf, makeBusyClinic, makeOthers } from "../support/admin";
import { asRole } from "../support/database";

const details = (person: Actor, changes: object = {}) => ({
  personId: person.personId,
  version: 1,
  name: "Ana Reyes-Lund",
  fullName: "",
  credentials: "PhD",
  phone: "555 0111",
  ...changes,
});

test("an admin corrects a therapist's name, credentials and phone, and the log says who", async () => {
  const { admin, therapist } = await makeBusyClinic();
  await editPerson(admin, details(therapist));
  const person = await read(admin, (db) => findPerson(db, therapist.personId));
  expect(person).toMatchObject({
    name: "Ana Reyes-Lund",
    credentials: "PhD",
    version: 2,
    contact: { phone: "555 0111", fullName: "Ana Reyes-Lund" },
  });
  expect(await entriesOf(admin, "person.edit")).toMatchObject([
    { actorId: admin.personId, subjectId: therapist.personId, patientId: null },
  ]);
});

test("a patient has no credentials, and the entry stands in their record", async () => {
  const { admin, patient } = await makeBusyClinic();
  await editPerson(admin, details(patient, { name: "Noor H." }));
  expect(await read(admin, (db) => findPerson(db, patient.personId))).toMatchObject({
    name: "Noor H.",
    credentials: "",
  });
  expect(await entriesOf(admin, "person.edit")).toMatchObject([{ patientId: patient.personId }]);
});

test("two admins edit one person: the later one sees the other's words and overwrites nothing unknowingly", async () => {
  const { admin, therapist } = await makeBusyClinic();
  await editPerson(admin, details(therapist, { name: "Ana R." }));
  await expect(editPerson(admin, details(therapist, { name: "A. Reyes" }))).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { name: "Ana R.", credentials: "PhD", phone: "555 0111", version: "2" } },
  });
});

test("nobody but an admin of the clinic edits people or gives roles", async () => {
  const { clinicId, therapist } = await makeBusyClinic();
  for (const [who, actor] of await makeOthers(clinicId)) {
    await expect(editPerson(actor, details(therapist)), who).rejects.toMatchObject({ name: "DomainError" });
    const asked = changeRole(actor, { personId: therapist.personId, role: "admin", credentials: "" });
    await expect(asked, who).rejects.toMatchObject({ name: "DomainError" });
  }
});

test("a new role ends every sign-in at once, and the next one opens the new role", async () => {
  const { clinicId, admin } = await makeClinic();
  const { personId } = await system("accounts", (db) =>
    addPerson(db, { clinicId, role: "admin", email: "theo@people.test", name: "Theo", timeZone: "UTC" }, "!"),
  );
  const handle = await system("accounts", (db) => startSignIn(db, personId, "Laptop"));
  await changeRole(admin, { personId, role: "therapist", credentials: "LCSW" });
  expect(await findSignedIn(handle)).toBeNull();
  const again = await system("accounts", (db) => startSignIn(db, personId, "Laptop"));
  expect(await findSignedIn(again)).toMatchObject({ role: "therapist" });
  expect(await entriesOf(admin, "person.changeRole")).toMatchObject([
    { subjectId: personId, detail: { from: "admin", to: "therapist" } },
  ]);
});

test("a role stays while something was made in it, and the refusal says what", async () => {
  const { admin, therapist, patient } = await makeBusyClinic();
  const toAdmin = changeRole(admin, { personId: therapist.personId, role: "admin", credentials: "" });
  await expect(toAdmin).rejects.toThrow("1 place on a care team and 1 session");
  const toTherapist = changeRole(admin, { personId: patient.personId, role: "therapist", credentials: "" });
  await expect(toTherapist).rejects.toMatchObject({ code: "refused" });
});

test("nobody changes their own role, whether they ask the portal or the database", async () => {
  const { admin } = await makeBusyClinic();
  await expect(changeRole(admin, { personId: admin.personId, role: "therapist", credentials: "" })).rejects.toThrow(
    "You cannot change your own role",
  );
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [admin.handleHash]);
    const asked = sql.query(`update "Person" set "role" = 'therapist' where "id" = $1`, [admin.personId]);
    await expect(asked).rejects.toThrow("nobody changes their own role");
  });
});

test("a role that the same address already has is refused in words", async () => {
  const { clinicId, admin } = await makeClinic();
  const email = "double@people.test";
  await makePerson(clinicId, "admin", { email });
  const second = await makePerson(clinicId, "therapist", { email });
  const asked = changeRole(admin, { personId: second.personId, role: "admin", credentials: "" });
  await expect(asked).rejects.toMatchObject({ code: "conflict", detail: { field: "role" } });
});

test("two admins who demote each other at once leave the clinic with one", async () => {
  const { clinicId, admin } = await makeClinic();
  const other = await makePerson(clinicId, "admin");
  const demote = (by: Actor, whom: Actor) =>
    changeRole(by, { personId: whom.personId, role: "therapist", credentials: "" });
  const outcomes = await Promise.allSettled([demote(admin, other), demote(other, admin)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { name: "DomainError" } });
  const left = await system("accounts", (db) => db.person.count({ where: { clinicId, role: "admin" } }));
  expect(left).toBe(1);
});
