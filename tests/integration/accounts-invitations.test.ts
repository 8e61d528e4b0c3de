import { expect, test } from "vitest";
import { acceptAsKnown, acceptAsNew } from "@/lib/accounts/invitations/acceptance/commands";
import { type NewInvitation, resendInvitation, revokeInvitation } from "@/lib/accounts/invitations/commands";
import { findInvitation } from "@/lib/accounts/invitations/queries";
import { hashPassword } from "@/lib/accounts/passwords/gateway";
import { inviteCompanion } from "@/lib/companions/grants/commands";
import type { Role } from "@/lib/core/actor";
import { findSignedIn } from "@/lib/core/auth";
import { now, withClock } from "@/lib/core/clock";
import { newId, read, write } from "@/lib/core/db";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { asSuperuser } from "../support/database";
import { inviteAs, lettersTo, password, tokenTo, visit } from "../support/letters";

const newAddress = () => `${newId()}@people.test`;
const asNew = (token: string, input: object = {}) => ({
  token,
  name: "Jo",
  pronouns: "she/her",
  timeZone: "Europe/Vienna",
  newPassword: password,
  confidential: undefined,
  ...input,
});
const ended = { code: "conflict", message: expect.stringContaining("has been used, has ended or was taken back") };

async function invited(role: Role = "patient", input: Partial<NewInvitation> = {}) {
  const { clinicId, admin } = await makeClinic();
  const email = newAddress();
  const id = await inviteAs(admin, role, email, input);
  return { id, clinicId, admin, email, token: await tokenTo(email) };
}

test("somebody who is invited opens an account in their role and is signed in", async () => {
  const { id, clinicId, admin, email, token } = await invited("therapist", { credentials: "LPC" });
  const { handle, role } = await acceptAsNew(asNew(token), visit());
  expect(role).toBe("therapist");
  const actor = await findSignedIn(handle);
  expect(actor).toMatchObject({ clinicId, role: "therapist", name: "Jo", timeZone: "Europe/Vienna" });
  const person = await read(admin, (db) =>
    db.person.findUnique({ where: { id: actor?.personId }, include: { contact: true } }),
  );
  expect(person).toMatchObject({ credentials: "LPC", pronouns: "she/her", contact: { email, fullName: "Jo Park" } });
  const log = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "invitation.accept" } }));
  expect(log).toMatchObject([{ actorId: actor?.personId, role: "therapist", subjectId: id }]);
});

test("the letter says nothing about health, names nobody, and its link is stored only as a hash", async () => {
  const { email, token, id } = await invited("therapist");
  const [letter] = await lettersTo(email);
  const words = `${letter?.subject} ${letter?.text?.replace(token, "")}`;
  expect(words).not.toMatch(/ketamine|therap|session|patient|companion|Jo|Robin/i);
  const row = await asSuperuser((sql) => sql.query('select * from "Invitation" where "id" = $1', [id]));
  expect(JSON.stringify(row.rows)).not.toContain(token);
});

test("of two who use the link at the same time, one gets in", async () => {
  const { token, email, clinicId } = await invited();
  const results = await Promise.allSettled([1, 2, 3].map(() => acceptAsNew(asNew(token), visit())));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(acceptAsNew(asNew(token), visit())).rejects.toMatchObject(ended);
  const { rows } = await asSuperuser((sql) =>
    sql.query('select p."id" from "Person" p join "Contact" c on c."personId" = p."id" where c."email" = $1', [email]),
  );
  expect(rows).toHaveLength(1);
  expect(await findInvitation(token)).toMatchObject({ state: "accepted" });
  expect(clinicId).toBeDefined();
});

test("a link works for seven days and not a second longer", async () => {
  const { token } = await invited();
  const at = (milliseconds: number) => new Date(now().getTime() + 7 * 86_400_000 + milliseconds);
  await withClock(at(1_000), async () => {
    expect(await findInvitation(token)).toMatchObject({ state: "expired" });
    await expect(acceptAsNew(asNew(token), visit())).rejects.toMatchObject(ended);
  });
  await withClock(at(-60_000), async () => {
    expect(await findInvitation(token)).toMatchObject({ state: "open" });
  });
});

test("sending an invitation again makes a new link for seven days, and the old one is worth nothing", async () => {
  const { id, admin, email, token } = await invited();
  await withClock(new Date(Date.now() + 8 * 86_400_000), () => resendInvitation(admin, id));
  const newer = await tokenTo(email);
  expect(newer).not.toBe(token);
  expect(await findInvitation(token)).toBeNull();
  await withClock(new Date(Date.now() + 9 * 86_400_000), async () => {
    expect(await findInvitation(newer)).toMatchObject({ state: "open" });
  });
});

test("a revoked invitation opens nothing, and can be neither sent again nor revoked twice", async () => {
  const { id, admin, token } = await invited();
  await revokeInvitation(admin, id);
  expect(await findInvitation(token)).toMatchObject({ state: "revoked" });
  await expect(acceptAsNew(asNew(token), visit())).rejects.toMatchObject(ended);
  await expect(resendInvitation(admin, id)).rejects.toMatchObject({ code: "conflict" });
  await expect(revokeInvitation(admin, id)).rejects.toMatchObject({ code: "conflict" });
  const log = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "invitation.revoke" } }));
  expect(log).toMatchObject([{ actorId: admin.personId, subjectId: id }]);
});

test("the admin of another clinic, and whoever is no admin, can do nothing with it", async () => {
  const { id, clinicId } = await invited();
  const { admin: stranger } = await makeClinic();
  const therapist = await makePerson(clinicId, "therapist");
  const patient = await makePerson(clinicId, "patient");
  await expect(revokeInvitation(stranger, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(resendInvitation(stranger, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(revokeInvitation(therapist, id)).rejects.toMatchObject({ code: "refused" });
  await expect(revokeInvitation(patient, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(inviteAs(therapist, "patient", newAddress())).rejects.toMatchObject({ code: "refused" });
});

test("an address is not invited twice for the same role, nor when it has it", async () => {
  const { admin, email, token } = await invited();
  const refused = { code: "conflict", detail: { field: "email" } };
  await expect(inviteAs(admin, "patient", email)).rejects.toMatchObject(refused);
  await acceptAsNew(asNew(token), visit());
  await expect(inviteAs(admin, "patient", email)).rejects.toMatchObject(refused);
  await expect(inviteAs(admin, "therapist", email)).resolves.toBeDefined();
});

test("a password that is guessed first is refused, and the invitation stays open", async () => {
  const { token, email } = await invited();
  for (const newPassword of ["passwordpassword", "riverbendclinic2026", `jo ${email}`]) {
    const attempt = acceptAsNew(asNew(token, { newPassword }), visit());
    await expect(attempt).rejects.toMatchObject({ code: "invalid", detail: { field: "newPassword" } });
  }
  await expect(acceptAsNew(asNew(token), visit())).resolves.toMatchObject({ role: "patient" });
});

test("an address that has an account is asked for its password, and gains a second room", async () => {
  const { admin, clinicId } = await makeClinic();
  const email = newAddress();
  const patient = await makePerson(clinicId, "patient", { email, passwordHash: await hashPassword(password) });
  const { admin: other, clinicId: otherClinic } = await makeClinic({ name: "Another clinic" });
  await inviteAs(other, "therapist", email);
  const token = await tokenTo(email);
  expect(await findInvitation(token)).toMatchObject({ hasAccount: true });
  const known = { token, password };
  await expect(acceptAsNew(asNew(token), visit())).rejects.toMatchObject({ code: "conflict" });
  await expect(acceptAsKnown({ ...known, password: "not my password" }, visit())).rejects.toMatchObject({
    detail: { field: "password" },
  });
  const { handle } = await acceptAsKnown(known, visit());
  const there = await findSignedIn(handle);
  expect(there).toMatchObject({
    accountId: patient.accountId,
    clinicId: otherClinic,
    role: "therapist",
    otherRooms: 1,
  });
  expect((await lettersTo(email)).at(-1)?.subject).toContain("accept an invitation");
  expect(await read(admin, (db) => db.person.count({ where: { role: "therapist" } }))).toBe(0);
});

test("a companion says that they keep to themselves what they see, or does not get in", async () => {
  const { clinicId } = await makeClinic();
  const email = newAddress();
  const bounds = { relationship: "", scope: "course" as const, sessionIds: [], showsIntention: false };
  await inviteCompanion(await makePerson(clinicId, "patient"), { name: "Sam", email, ...bounds });
  const token = await tokenTo(email);
  await expect(acceptAsNew(asNew(token), visit())).rejects.toMatchObject({ detail: { field: "confidential" } });
  await expect(acceptAsNew(asNew(token, { confidential: "on" }), visit())).resolves.toMatchObject({
    role: "companion",
  });
});

test("a patient who was given a therapist with the invitation is treated by them from then on", async () => {
  const { admin, clinicId, email, token, id } = await invited();
  const therapist = await makePerson(clinicId, "therapist");
  await write(admin, "account.invite", async (db) => {
    await db.invitation.update({ where: { id }, data: { therapistId: therapist.personId } });
  });
  const { handle } = await acceptAsNew(asNew(token), visit());
  const patient = await findSignedIn(handle);
  const seen = await read(therapist, (db) => db.contact.findMany({ where: { email }, select: { personId: true } }));
  expect(seen).toEqual([{ personId: patient?.personId }]);
});
