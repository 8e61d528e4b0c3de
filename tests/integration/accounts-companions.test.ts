import { expect, test } from "vitest";
import { acceptAsKnown, acceptAsNew } from "@/lib/accounts/invitations/acceptance/commands";
import { findInvitation } from "@/lib/accounts/invitations/queries";
import { hashPassword } from "@/lib/accounts/passwords/gateway";
import { endGrant, inviteCompanion } from "@/lib/companions/grants/commands";
import type { Actor } from "@/lib/core/actor";
import { findSignedIn } from "@/lib/core/auth";
import { newId, read, write } from "@/lib/core/db";
import { makePerson } from "@/prisma/seed/factories";
import { assign, makeSession, makeTrio } from "../support/companions";
import { asSuperuser } from "../support/database";
import { password, tokenTo, visit } from "../support/letters";

const newAddress = () => `${newId()}@people.test`;
const offer = (input: { email: string; sessionIds?: string[]; showsIntention?: boolean }) => ({
  name: "Sam",
  relationship: "my oldest friend",
  scope: input.sessionIds ? ("sessions" as const) : ("course" as const),
  sessionIds: [],
  showsIntention: false,
  ...input,
});
const promise = { confidential: "on" as const };
const asNew = (token: string) => ({
  ...promise,
  token,
  name: "Sam",
  pronouns: "",
  timeZone: "America/New_York",
  newPassword: password,
});

const setIntention = (patient: Actor, sessionId: string, text: string) =>
  write(patient, "intention.set", async (db) => {
    const own = { clinicId: patient.clinicId, patientId: patient.personId };
    const { id } = await db.intention.create({ data: { ...own, sessionId } });
    await db.intentionWording.create({ data: { ...own, intentionId: id, number: 1, text, at: new Date() } });
    return id;
  });

async function actorOf(handle: string): Promise<Actor> {
  const found = await findSignedIn(handle);
  if (!found) throw new Error("signed out");
  return found;
}
const intentionsSeen = (actor: Actor) => read(actor, (db) => db.intention.findMany({ select: { id: true } }));

test("who accepts a patient's invitation sees the sessions meant and the intentions shown, and nothing before", async () => {
  const { therapist, patient, admin } = await makeTrio();
  const [meant, other] = [await makeSession(therapist, patient, 20), await makeSession(therapist, patient, 60)];
  const shown = await setIntention(patient, meant, "To be gentle with myself.");
  await setIntention(patient, other, "Not for Sam.");
  const email = newAddress();
  const grantId = await inviteCompanion(patient, offer({ email, sessionIds: [meant], showsIntention: true }));
  const token = await tokenTo(email);
  expect(await findInvitation(token)).toMatchObject({ role: "companion", invitedBy: "Noor" });
  const { handle } = await acceptAsNew(asNew(token), visit());
  const companion = await actorOf(handle);
  expect(await read(companion, (db) => db.session.findMany({ select: { id: true } }))).toEqual([{ id: meant }]);
  expect(await intentionsSeen(companion)).toEqual([{ id: shown }]);
  const grant = await read(patient, (db) => db.companionGrant.findUnique({ where: { id: grantId } }));
  expect(grant).toMatchObject({ companionId: companion.personId, acceptedAt: expect.any(Date) });
  const log = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "invitation.accept" } }));
  expect(log).toMatchObject([{ actorId: companion.personId, patientId: patient.personId, role: "companion" }]);
});

test("without the patient's word no intention is shown", async () => {
  const { therapist, patient } = await makeTrio();
  await setIntention(patient, await makeSession(therapist, patient, 20), "To be gentle with myself.");
  const email = newAddress();
  await inviteCompanion(patient, offer({ email }));
  const { handle } = await acceptAsNew(asNew(await tokenTo(email)), visit());
  expect(await intentionsSeen(await actorOf(handle))).toEqual([]);
});

test("an invitation that the patient took back cannot be accepted", async () => {
  const { patient } = await makeTrio();
  const email = newAddress();
  const grantId = await inviteCompanion(patient, offer({ email }));
  const token = await tokenTo(email);
  await endGrant(patient, { grantId });
  expect(await findInvitation(token)).toMatchObject({ state: "revoked" });
  await expect(acceptAsNew(asNew(token), visit())).rejects.toMatchObject({ code: "conflict" });
});

test("a grant that ended while the invitation stayed open gives nothing, and leaves nobody behind", async () => {
  const { patient } = await makeTrio();
  const email = newAddress();
  const grantId = await inviteCompanion(patient, offer({ email }));
  const token = await tokenTo(email);
  await asSuperuser((sql) => sql.query('update "CompanionGrant" set "endedAt" = now() where "id" = $1', [grantId]));
  await expect(acceptAsNew(asNew(token), visit())).rejects.toMatchObject({ code: "conflict" });
  const { rows } = await asSuperuser((sql) => sql.query('select from "Account" where "email" = $1', [email]));
  expect(rows).toEqual([]);
});

test("one person is the companion of two patients, in one room", async () => {
  const { therapist, patient, admin, clinicId } = await makeTrio();
  const second = await makePerson(clinicId, "patient", { name: "Mika" });
  await assign(admin, second, therapist);
  const sessions = [await makeSession(therapist, patient, 20), await makeSession(therapist, second, 30)];
  const email = newAddress();
  await inviteCompanion(patient, offer({ email }));
  const first = await actorOf((await acceptAsNew(asNew(await tokenTo(email)), visit())).handle);
  await inviteCompanion(second, offer({ email }));
  const token = await tokenTo(email);
  const { handle } = await acceptAsKnown({ ...promise, token, password }, visit());
  const companion = await actorOf(handle);
  expect(companion.personId).toBe(first.personId);
  const seen = await read(companion, (db) =>
    db.session.findMany({ select: { id: true }, orderBy: { startsAt: "asc" } }),
  );
  expect(seen.map(({ id }) => id)).toEqual(sessions);
});

test("nobody is their own companion", async () => {
  const { clinicId } = await makeTrio();
  const email = newAddress();
  const patient = await makePerson(clinicId, "patient", { email, passwordHash: await hashPassword(password) });
  const elsewhere = newAddress();
  await inviteCompanion(patient, offer({ email: elsewhere }));
  const token = await tokenTo(elsewhere);
  await asSuperuser((sql) => sql.query('update "Invitation" set "email" = $1 where "email" = $2', [email, elsewhere]));
  const attempt = acceptAsKnown({ ...promise, token, password }, visit());
  await expect(attempt).rejects.toMatchObject({ message: expect.stringContaining("your own account") });
});
