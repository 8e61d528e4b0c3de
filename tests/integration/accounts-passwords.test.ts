import { expect, test } from "vitest";
import { askForReset, changePassword, resetPassword } from "@/lib/accounts/passwords/commands";
import { hashPassword } from "@/lib/accounts/passwords/gateway";
import { isResetOpen } from "@/lib/accounts/passwords/queries";
import { newPassword } from "@/lib/accounts/passwords/schema";
import { signIn } from "@/lib/accounts/signIns/commands";
import { findSignedIn } from "@/lib/core/auth";
import { withClock } from "@/lib/core/clock";
import { newId, read } from "@/lib/core/db";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { lettersTo, password, tokenTo, visit } from "../support/letters";

const other = "seven grey herons waiting";
const after = <T>(minutes: number, work: () => T) => withClock(new Date(Date.now() + minutes * 60_000), work);
const address = () => visit().address;

async function makeAccount() {
  const { clinicId, admin } = await makeClinic();
  const email = `${newId()}@people.test`;
  await makePerson(clinicId, "patient", { email, passwordHash: await hashPassword(password) });
  const open = async () => {
    const { handle } = await signIn({ email, password }, visit());
    const actor = await findSignedIn(handle);
    if (!actor) throw new Error("signed out");
    return { handle, actor };
  };
  return { email, admin, open };
}

test("a changed password ends every other sign-in, is told to its owner, and is in the log", async () => {
  const { email, admin, open } = await makeAccount();
  const [here, there] = [await open(), await open()];
  await changePassword(here.actor, { password, newPassword: other });
  expect(await findSignedIn(here.handle)).not.toBeNull();
  expect(await findSignedIn(there.handle)).toBeNull();
  expect((await lettersTo(email)).at(-1)?.subject).toBe("Your password was changed");
  await expect(signIn({ email, password }, visit())).rejects.toMatchObject({ code: "refused" });
  await expect(signIn({ email, password: other }, visit())).resolves.toBeDefined();
  const log = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "password.change" } }));
  expect(log).toMatchObject([{ actorId: here.actor.personId }]);
});

test("a changed password asks for the present one", async () => {
  const { email, open } = await makeAccount();
  const { actor } = await open();
  const attempt = changePassword(actor, { password: "not the present one", newPassword: other });
  await expect(attempt).rejects.toMatchObject({ detail: { field: "password" } });
  await expect(signIn({ email, password }, visit())).resolves.toBeDefined();
});

test("of two changes at once, one wins", async () => {
  const { open } = await makeAccount();
  const { actor } = await open();
  const changes = [other, "nine quiet rivers bending"].map((chosen) =>
    changePassword(actor, { password, newPassword: chosen }),
  );
  const results = await Promise.allSettled(changes);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a letter leads to a new password, ends every sign-in, and works once", async () => {
  const { email, admin, open } = await makeAccount();
  const { handle } = await open();
  await askForReset(email, visit());
  const token = await tokenTo(email);
  expect(await isResetOpen(token)).toBe(true);
  const both = await Promise.allSettled([1, 2].map(() => resetPassword(token, other, address())));
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(resetPassword(token, "yet another password here", address())).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await isResetOpen(token)).toBe(false);
  expect(await findSignedIn(handle)).toBeNull();
  await expect(signIn({ email, password: other }, visit())).resolves.toBeDefined();
  expect((await lettersTo(email)).map(({ subject }) => subject)).toEqual([
    "A new password",
    "Your password was changed",
  ]);
  const log = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: { startsWith: "password." } } }));
  expect(log.map(({ verb }) => verb).sort()).toEqual(["password.askReset", "password.reset"]);
});

test("a link for a new password works for thirty minutes and not a second longer", async () => {
  const { email } = await makeAccount();
  await askForReset(email, visit());
  const token = await tokenTo(email);
  expect(await after(29.9, () => isResetOpen(token))).toBe(true);
  expect(await after(30.01, () => isResetOpen(token))).toBe(false);
  await expect(after(30.01, () => resetPassword(token, other, address()))).rejects.toMatchObject({ code: "conflict" });
});

test("choosing a new password closes the other links", async () => {
  const { email } = await makeAccount();
  await askForReset(email, visit());
  const first = await tokenTo(email);
  await askForReset(email, visit());
  await resetPassword(await tokenTo(email), other, address());
  expect(await isResetOpen(first)).toBe(false);
});

test("asking for an unknown address answers the same, and sends nothing", async () => {
  const { email } = await makeAccount();
  const unknown = `${newId()}@people.test`;
  expect(await askForReset(email, visit())).toBe(await askForReset(unknown, visit()));
  expect(await lettersTo(unknown)).toEqual([]);
});

test("letters about passwords say nothing about health and name nobody", async () => {
  const { email, open } = await makeAccount();
  await askForReset(email, visit());
  await changePassword((await open()).actor, { password, newPassword: other });
  const text = JSON.stringify(await lettersTo(email));
  expect(text).not.toMatch(/ketamine|therap|session|patient|companion|note/i);
});

test("names of the clinic and of the person make no password", async () => {
  const { email, open } = await makeAccount();
  const { actor } = await open();
  for (const chosen of ["Riverbend Clinic!!", `${email}`, "passwordpassword"]) {
    const attempt = changePassword(actor, { password, newPassword: chosen });
    await expect(attempt, chosen).rejects.toMatchObject({ detail: { field: "newPassword" } });
  }
});

test("fifteen characters of any kind are enough, fourteen are not", () => {
  expect(newPassword.safeParse("fourteen chars").success).toBe(false);
  expect(newPassword.safeParse("fifteen  charss").success).toBe(true);
  expect(newPassword.safeParse("水の音が聞こえる静かな朝の庭で").success).toBe(true);
  expect(newPassword.safeParse("🌊".repeat(14)).success).toBe(false);
  expect(newPassword.parse("e\u0301".repeat(15))).toBe("é".repeat(15));
});
