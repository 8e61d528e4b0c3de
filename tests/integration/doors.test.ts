import { expect, test } from "vitest";
import { read, write } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { asRole, asSuperuser } from "../support/database";

test("the doors show the clinic to its own people, and nothing without a sign-in", async () => {
  const { admin, clinicId } = await makeClinic();
  await makeClinic({ name: "Another clinic" });
  expect(await read(admin, (db) => db.clinic.findMany({ select: { id: true } }))).toEqual([{ id: clinicId }]);
  const stranger = read({ handleHash: "0".repeat(64) }, (db) => db.clinic.findMany());
  await expect(stranger).rejects.toThrow("Your sign-in has ended");
});

test("reading cannot write", async () => {
  const { admin, clinicId } = await makeClinic();
  const attempt = read(admin, (db) => db.clinic.update({ where: { id: clinicId }, data: { name: "Changed" } }));
  await expect(attempt).rejects.toThrow("25006");
});

test("a write leaves its audit entry in the same transaction, and a refused one leaves nothing", async () => {
  const { admin, clinicId } = await makeClinic();
  await write(admin, "clinic.edit", async (db, audit) => {
    await db.clinic.update({ where: { id: clinicId }, data: { name: "Riverside" } });
    audit({ subject: "clinic", subjectId: clinicId });
  });
  const failed = write(admin, "clinic.edit", async (db) => {
    await db.clinic.update({ where: { id: clinicId }, data: { name: "Lost" } });
    throw new DomainError("conflict", "Somebody was faster.");
  });
  await expect(failed).rejects.toThrow("Somebody was faster.");
  const entries = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "clinic.edit" } }));
  expect(entries).toMatchObject([{ actorId: admin.personId, subjectId: clinicId }]);
  expect(await read(admin, (db) => db.clinic.findFirst())).toMatchObject({ name: "Riverside" });
});

test("a form that is sent twice at once is stored once", async () => {
  const { admin } = await makeClinic();
  const actor = { ...admin, formKey: crypto.randomUUID() };
  let runs = 0;
  const send = () =>
    write({ ...actor }, "clinic.edit", async () => {
      runs += 1;
      return admin.clinicId;
    });
  expect(await Promise.all([send(), send(), send()])).toEqual([admin.clinicId, admin.clinicId, admin.clinicId]);
  expect(runs).toBe(1);
});

test("a write returns what its work returns, and under a form's key an id or nothing", async () => {
  const { admin } = await makeClinic();
  expect(await write(admin, "clinic.edit", async () => ({ saved: 1 }))).toEqual({ saved: 1 });
  const keyed = write({ ...admin, formKey: crypto.randomUUID() }, "clinic.edit", async () => ({ saved: 1 }));
  await expect(keyed).rejects.toThrow("more than an id");
});

test("one verb twice under one form's key is refused loudly", async () => {
  const { admin } = await makeClinic();
  const actor = { ...admin, formKey: crypto.randomUUID() };
  await write(actor, "clinic.edit", async () => undefined);
  await write(actor, "person.edit", async () => undefined);
  await expect(write(actor, "clinic.edit", async () => undefined)).rejects.toThrow("twice under one form's key");
});

test("a deactivated person's sign-in sees nothing at once", async () => {
  const { admin, clinicId } = await makeClinic();
  const patient = await makePerson(clinicId, "patient");
  expect(await read(patient, (db) => db.person.count())).toBe(1);
  await write(admin, "person.deactivate", async (db) => {
    await db.person.update({ where: { id: patient.personId }, data: { deactivatedAt: new Date() } });
  });
  await expect(read(patient, (db) => db.person.count())).rejects.toThrow("Your sign-in has ended");
  await expect(write(patient, "goal.set", async () => undefined)).rejects.toThrow("Your sign-in has ended");
});

test("the application cannot read who is signed in, nor change what was logged", async () => {
  const { admin } = await makeClinic();
  await asRole("portal_app", async (sql) => {
    await expect(sql.query('select * from "SignIn"')).rejects.toThrow("permission denied");
    await expect(sql.query("select * from acting()")).rejects.toThrow("permission denied");
    await sql.query("select from enter($1, false)", [admin.handleHash]);
    await expect(sql.query('update "AuditEntry" set verb = verb')).rejects.toThrow("permission denied");
  });
  await asSuperuser(async (sql) => {
    await expect(sql.query('truncate "AuditEntry" cascade')).rejects.toThrow("cannot be changed or deleted");
  });
});
