import { expect, test } from "vitest";
import { editPerson } from "@/lib/accounts/people/commands";
import { editProfile } from "@/lib/accounts/profile/commands";
import { findProfile } from "@/lib/accounts/profile/queries";
import { read } from "@/lib/core/db";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { asRole } from "../support/database";

const details = { name: "Noor", fullName: "Noor Haddad", pronouns: "they/them", timeZone: "Europe/Lisbon" };

test("people say what they are called and where they live, and the log notes that alone", async () => {
  const { clinicId, admin } = await makeClinic();
  const patient = await makePerson(clinicId, "patient");
  await editProfile(patient, { ...details, version: 1 });
  expect(await findProfile(patient)).toMatchObject({ name: "Noor", pronouns: "they/them", version: 2 });
  expect((await findProfile(patient)).contact?.fullName).toBe("Noor Haddad");
  const log = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "profile.edit" } }));
  expect(log).toMatchObject([
    { actorId: patient.personId, patientId: patient.personId, subject: "person", detail: null },
  ]);
});

test("an edit that another window overtook is answered with what is kept now, and changes nothing", async () => {
  const { clinicId } = await makeClinic();
  const patient = await makePerson(clinicId, "patient");
  await editProfile(patient, { ...details, version: 1 });
  const late = editProfile(patient, { ...details, name: "Someone", version: 1 });
  await expect(late).rejects.toMatchObject({ code: "conflict", detail: { current: { name: "Noor", version: "2" } } });
  expect((await findProfile(patient)).name).toBe("Noor");
});

test("the name and the credentials with which a therapist signs stay what the clinic set, past the application too", async () => {
  const { clinicId, admin } = await makeClinic();
  const therapist = await makePerson(clinicId, "therapist", { name: "Ana Reyes", credentials: "LPC" });
  await editProfile(therapist, { ...details, name: "Dr. Other", version: 1 });
  expect(await findProfile(therapist)).toMatchObject({ name: "Ana Reyes", credentials: "LPC", pronouns: "they/them" });
  await asRole("portal_app", async (sql) => {
    await sql.query("select from enter($1, false)", [therapist.handleHash]);
    await expect(sql.query(`update "Person" set "name" = 'Dr. Other'`)).rejects.toThrow(
      "the name that the clinic gave",
    );
  });
  const change = {
    personId: therapist.personId,
    version: 2,
    name: "Ana Reyes Soto",
    fullName: "",
    credentials: "LPC",
    phone: "",
  };
  await editPerson(admin, change);
  expect((await findProfile(therapist)).name).toBe("Ana Reyes Soto");
});
