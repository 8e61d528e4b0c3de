import * as argon2 from "@node-rs/argon2";
import { expect, test, vi } from "vitest";
import { changePassword } from "@/lib/accounts/passwords/commands";
import { hashPassword } from "@/lib/accounts/passwords/gateway";
import {
  confirmPassword,
  endOwnSignIn,
  signIn,
  signOut,
  signOutEverywhere,
  switchRoom,
} from "@/lib/accounts/signIns/commands";
import { listOtherRooms, listOwnSignIns } from "@/lib/accounts/signIns/queries";
import type { Actor, Role } from "@/lib/core/actor";
import { findSignedIn } from "@/lib/core/auth";
import { newId, read, write } from "@/lib/core/db";
import { hashQuickly, makeClinic, makePerson, signedIn } from "@/prisma/seed/factories";
import { asSuperuser } from "../support/database";
import { password, visit } from "../support/letters";

vi.mock("@node-rs/argon2", async (original) => {
  const actual = await original<typeof argon2>();
  return { ...actual, verify: vi.fn(actual.verify) };
});

async function makeAccount(role: Role = "patient", passwordHash?: string) {
  const { clinicId, admin } = await makeClinic();
  const email = `${newId()}@people.test`;
  const hash = passwordHash ?? (await hashPassword(password));
  const actor = await makePerson(clinicId, role, { email, passwordHash: hash });
  return { email, actor, admin, clinicId };
}

const refusal = { code: "refused", message: expect.stringContaining("do not fit together") };
const setSignIn = (handleHash: string, set: string) =>
  asSuperuser((sql) => sql.query(`update "SignIn" set ${set} where "handleHash" = $1`, [handleHash]));

test("somebody signs in with address and password, and the log says so", async () => {
  const { email, actor, admin } = await makeAccount();
  const { handle, role } = await signIn({ email, password }, visit());
  expect(role).toBe("patient");
  const found = await findSignedIn(handle);
  expect(found).toMatchObject({ personId: actor.personId, role: "patient", idleMinutes: 60 });
  const log = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "signIn.start" } }));
  expect(log).toMatchObject([{ actorId: actor.personId, role: "patient", system: "accounts" }]);
});

test("a password that is replaced while it is being checked opens nothing", async () => {
  const { email, actor } = await makeAccount();
  const { verify } = await vi.importActual<typeof argon2>("@node-rs/argon2");
  vi.mocked(argon2.verify).mockImplementationOnce(async (hash, typed) => {
    await changePassword(actor, { password, newPassword: "harbor thistle copper window" });
    return verify(hash, typed);
  });
  await expect(signIn({ email, password }, visit())).rejects.toMatchObject(refusal);
});

test("changing rooms gives no new turns to guess the password", async () => {
  const { actor, clinicId, email } = await makeAccount();
  const { personId } = await makePerson(clinicId, "companion", { email });
  const guess = (who: Actor) => confirmPassword(who, "another long password");
  for (let n = 0; n < 10; n++) await expect(guess(actor)).rejects.toMatchObject({ code: "invalid" });
  const { handle } = await switchRoom(actor, personId, "Firefox");
  const there = await findSignedIn(handle);
  await expect(guess(there as Actor)).rejects.toMatchObject({ code: "refused" });
});

test("a wrong password, an unknown address and a deactivated person get the same answer, after the same work", async () => {
  const { email, actor, admin } = await makeAccount();
  const verify = vi.mocked(argon2.verify);
  const work: string[][] = [];
  const attempt = async (given: { email: string; password: string }) => {
    verify.mockClear();
    await expect(signIn(given, visit())).rejects.toMatchObject(refusal);
    work.push(verify.mock.calls.map(([hash]) => String(hash).slice(0, 30)));
  };
  await attempt({ email, password: "another long password" });
  await attempt({ email: `${newId()}@people.test`, password });
  await write(admin, "person.deactivate", async (db) => {
    await db.person.update({ where: { id: actor.personId }, data: { deactivatedAt: new Date() } });
  });
  await attempt({ email, password });
  expect(work).toEqual(Array(3).fill(["$argon2id$v=19$m=19456,t=2,p=1"]));
  const log = await read(admin, (db) => db.auditEntry.findMany({ where: { verb: "signIn.refuse" } }));
  expect(log.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(log)).not.toContain(email);
});

test("the same password in another Unicode form is right", async () => {
  const { email } = await makeAccount("patient", await hashPassword("Äpfel über dem Fluss"));
  await expect(signIn({ email, password: "Äpfel über dem Fluss".normalize("NFD") }, visit())).resolves.toBeDefined();
});

test("a hash of old parameters is made anew when its owner signs in", async () => {
  const { email, actor } = await makeAccount("patient", await hashQuickly(password));
  const hashNow = () =>
    asSuperuser(async (sql) => {
      const { rows } = await sql.query('select "passwordHash" from "Account" where "id" = $1', [actor.accountId]);
      return rows[0].passwordHash as string;
    });
  expect(await hashNow()).toContain("m=1024");
  await signIn({ email, password }, visit());
  const stronger = await hashNow();
  expect(stronger).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await signIn({ email, password }, visit());
  expect(await hashNow()).toBe(stronger);
});

test.each([
  ["admin", 15],
  ["therapist", 15],
  ["patient", 60],
  ["companion", 60],
] as const)("a %s is signed out after %i minutes without activity, and not before", async (role, minutes) => {
  const { email } = await makeAccount(role);
  const { handle } = await signIn({ email, password }, visit());
  const { handleHash = "" } = (await findSignedIn(handle)) ?? {};
  await setSignIn(handleHash, `"lastSeenAt" = now() - interval '${minutes} minutes' + interval '5 seconds'`);
  expect(await findSignedIn(handle)).not.toBeNull();
  await setSignIn(handleHash, `"lastSeenAt" = now() - interval '${minutes} minutes'`);
  expect(await findSignedIn(handle)).toBeNull();
});

test("everybody is signed out after twelve hours, however active", async () => {
  const { email } = await makeAccount();
  const { handle } = await signIn({ email, password }, visit());
  const found = await findSignedIn(handle);
  const hours = ((found?.endsAt.getTime() ?? 0) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(11.9);
  expect(hours).toBeLessThanOrEqual(12);
  await setSignIn(found?.handleHash ?? "", `"endsAt" = now()`);
  expect(await findSignedIn(handle)).toBeNull();
});

test("signing out ends the sign-in itself, so that a copied cookie is worth nothing", async () => {
  const { email, admin } = await makeAccount();
  const { handle } = await signIn({ email, password }, visit());
  await signOut(handle);
  expect(await findSignedIn(handle)).toBeNull();
  await signOut(handle);
  expect(await read(admin, (db) => db.auditEntry.count({ where: { verb: "signIn.end" } }))).toBe(1);
});

test("people see where they are signed in, end one of these, or all of them", async () => {
  const { email, actor } = await makeAccount();
  const { handle: phone } = await signIn({ email, password }, visit({ device: "Safari on iPhone" }));
  const { handle: library } = await signIn({ email, password }, visit({ device: "Edge on Windows" }));
  const list = await listOwnSignIns(actor);
  expect(list.map(({ device, isHere }) => [device, isHere])).toEqual([
    ["Factory", true],
    ["Edge on Windows", false],
    ["Safari on iPhone", false],
  ]);
  await endOwnSignIn(actor, list[1]?.id ?? "");
  expect(await findSignedIn(library)).toBeNull();
  expect(await findSignedIn(phone)).not.toBeNull();
  await signOutEverywhere(actor);
  expect(await findSignedIn(phone)).toBeNull();
  expect(await listOwnSignIns(actor)).toEqual([]);
});

test("nobody ends the sign-in of somebody else", async () => {
  const { actor } = await makeAccount();
  const { email, actor: other } = await makeAccount();
  const { handle } = await signIn({ email, password }, visit());
  const [theirs] = await listOwnSignIns(other);
  await expect(endOwnSignIn(actor, theirs?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
  await signOutEverywhere(actor);
  expect(await findSignedIn(handle)).not.toBeNull();
});

test("one account with two rooms goes from one to the other, within the limits of the first", async () => {
  const { email, actor, clinicId } = await makeAccount("patient");
  const companion = await makePerson(clinicId, "companion", { email });
  const here = await signedIn(actor.personId);
  expect(await listOtherRooms(here)).toMatchObject([{ personId: companion.personId, role: "companion" }]);
  const { handle, role } = await switchRoom(here, companion.personId, "Firefox on Linux");
  expect(role).toBe("companion");
  const there = await findSignedIn(handle);
  expect(there).toMatchObject({ personId: companion.personId, accountId: actor.accountId });
  expect(there?.endsAt).toEqual(here.endsAt);
  expect(there?.passwordAt).toEqual(here.passwordAt);
  await expect(read(here, (db) => db.person.count())).rejects.toThrow("Your sign-in has ended");
});

test("nobody goes into a room of another account", async () => {
  const { actor } = await makeAccount();
  const { actor: other } = await makeAccount();
  await expect(switchRoom(actor, other.personId, "x")).rejects.toMatchObject({ code: "not-found" });
  expect(await read(actor, (db) => db.person.count())).toBe(1);
});

test("giving the password once more makes it fresh; a wrong one does not", async () => {
  const { email } = await makeAccount("therapist");
  const { handle } = await signIn({ email, password }, visit());
  const before = await findSignedIn(handle);
  if (!before) throw new Error("signed out");
  await setSignIn(before.handleHash, `"passwordAt" = now() - interval '11 minutes'`);
  await expect(confirmPassword(before, "not my password at all")).rejects.toMatchObject({
    detail: { field: "password" },
  });
  const stale = await findSignedIn(handle);
  expect(Date.now() - (stale?.passwordAt.getTime() ?? 0)).toBeGreaterThan(600_000);
  await confirmPassword(before, password);
  const fresh = await findSignedIn(handle);
  expect(Date.now() - (fresh?.passwordAt.getTime() ?? 0)).toBeLessThan(10_000);
});
