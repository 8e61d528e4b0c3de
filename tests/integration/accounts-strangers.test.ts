import { expect, test } from "vitest";
import { acceptAsKnown } from "@/lib/accounts/invitations/acceptance/commands";
import { askForReset, resetPassword } from "@/lib/accounts/passwords/commands";
import { hashPassword } from "@/lib/accounts/passwords/gateway";
import { isResetOpen } from "@/lib/accounts/passwords/queries";
import { signIn } from "@/lib/accounts/signIns/commands";
import { limits, resetMinutes } from "@/lib/accounts/throttle/rules";
import { newId } from "@/lib/core/db";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { inviteAs, lettersTo, password, tokenTo, visit } from "../support/letters";

const tooMany = { code: "refused", message: expect.stringContaining("too many tries") };
const chosen = "harbor thistle copper window";

async function makeAccount() {
  const { clinicId } = await makeClinic();
  const email = `${newId()}@people.test`;
  await makePerson(clinicId, "patient", { email, passwordHash: await hashPassword(password) });
  return email;
}

/** A device on which the owner of this address has signed in before. */
const ownDevice = (email: string) =>
  visit({ knownTo: (address) => (address === email ? `device of ${email}` : undefined) });

test("strangers use up every turn of an account and of links, and its owner comes in by a mailed link all the same", async () => {
  const email = await makeAccount();
  const here = visit();
  for (let n = 0; n < limits.signInAccount.points; n++) {
    await expect(signIn({ email, password: "a wrong but long password" }, visit())).rejects.toThrow("do not fit");
  }
  await expect(signIn({ email, password }, here)).rejects.toMatchObject(tooMany);
  for (let n = 0; n < limits.link.points; n++) {
    await expect(resetPassword(newId(), chosen, here.address)).rejects.toMatchObject({ code: "conflict" });
  }
  await expect(resetPassword(newId(), chosen, here.address)).rejects.toMatchObject(tooMany);

  await askForReset(email, here);
  await expect(resetPassword(await tokenTo(email), chosen, here.address)).resolves.toBe(email);
  // Following the link has marked this browser as one that the owner uses.
  await expect(signIn({ email, password: chosen }, ownDevice(email))).resolves.toBeDefined();
});

test("strangers ask for every letter that an address gets, and its owner still gets one on a device of theirs", async () => {
  const email = await makeAccount();
  for (let n = 0; n < limits.resetAccount.points; n++) await askForReset(email, visit());
  const before = (await lettersTo(email)).length;
  await expect(askForReset(email, visit())).rejects.toMatchObject(tooMany);
  await askForReset(email, ownDevice(email));
  expect(await lettersTo(email)).toHaveLength(before + 1);
});

test("whoever shares an address with strangers who ask for letters gets one on a device of theirs", async () => {
  const there = visit();
  for (let n = 0; n < limits.resetAddress.points; n++) await askForReset(`${newId()}@people.test`, there);
  const email = await makeAccount();
  await expect(askForReset(email, there)).rejects.toMatchObject(tooMany);
  await askForReset(email, { ...ownDevice(email), address: there.address });
  expect(await isResetOpen(await tokenTo(email))).toBe(true);
});

test("while no more letters are sent for an address, the last ones still work", () => {
  expect(limits.resetAccount.minutes).toBeLessThanOrEqual(resetMinutes);
});

test("guessing a password by the link of an invitation is limited by that link, from wherever it is tried", async () => {
  const email = await makeAccount();
  const { admin } = await makeClinic({ name: "Another clinic" });
  await inviteAs(admin, "therapist", email);
  const token = await tokenTo(email);
  for (let n = 0; n < limits.signInHere.points; n++) {
    await expect(acceptAsKnown({ token, password: "not the password" }, visit())).rejects.toMatchObject({
      detail: { field: "password" },
    });
  }
  await expect(acceptAsKnown({ token, password }, visit())).rejects.toMatchObject(tooMany);
});

test("wrong tries at sign-in from the same place do not use up an invitation", async () => {
  const email = await makeAccount();
  const { admin } = await makeClinic({ name: "Another clinic" });
  await inviteAs(admin, "therapist", email);
  const here = visit();
  for (let n = 0; n < limits.signInHere.points; n++) {
    await expect(signIn({ email, password: "a wrong but long password" }, here)).rejects.toThrow("do not fit");
  }
  await expect(signIn({ email, password }, here)).rejects.toMatchObject(tooMany);
  await expect(acceptAsKnown({ token: await tokenTo(email), password }, here)).resolves.toBeDefined();
});
