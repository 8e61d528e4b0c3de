import type { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { hashPassword } from "@/lib/accounts/passwords/gateway";
import { signIn } from "@/lib/accounts/signIns/commands";
import { newId } from "@/lib/core/db";
import { makeClinic, makePerson } from "@/prisma/seed/factories";
import { asSuperuser } from "../support/database";
import { password, visit } from "../support/letters";

const wrong = "a wrong but long password";
const tooMany = { code: "refused", message: expect.stringContaining("too many tries") };
const notRight = { code: "refused", message: expect.stringContaining("do not fit") };

async function makeAccount() {
  const { clinicId } = await makeClinic();
  const email = `${newId()}@people.test`;
  await makePerson(clinicId, "patient", { email, passwordHash: await hashPassword(password) });
  return email;
}

const guess = async (email: string, times: number, from: () => ReturnType<typeof visit>) => {
  for (let n = 0; n < times; n++) {
    await expect(signIn({ email, password: wrong }, from())).rejects.toMatchObject(notRight);
  }
};

test("five wrong guesses from one address close that address for this account, and no other", async () => {
  const email = await makeAccount();
  const there = visit();
  await guess(email, 5, () => there);
  await expect(signIn({ email, password }, there)).rejects.toMatchObject(tooMany);
  await expect(signIn({ email, password }, visit())).resolves.toBeDefined();
  const another = await makeAccount();
  await expect(signIn({ email: another, password }, there)).resolves.toBeDefined();
});

test("an unknown address is closed in the same way, so that this tells nothing", async () => {
  const email = `${newId()}@people.test`;
  const there = visit();
  await guess(email, 5, () => there);
  await expect(signIn({ email, password }, there)).rejects.toMatchObject(tooMany);
});

test("signing in starts the count anew", async () => {
  const email = await makeAccount();
  const here = visit();
  for (const round of [1, 2, 3]) {
    await guess(email, 4, () => here);
    await expect(signIn({ email, password }, here), `round ${round}`).resolves.toBeDefined();
  }
});

test("many strangers cannot keep a person out of a device on which they have signed in before", async () => {
  const email = await makeAccount();
  await guess(email, 20, visit);
  await expect(signIn({ email, password }, visit())).rejects.toMatchObject(tooMany);
  const known = visit({ knownTo: (address) => (address === email ? "this device" : undefined) });
  await expect(signIn({ email, password }, known)).resolves.toBeDefined();
});

test("a closed door opens by itself, and knocking does not keep it closed", async () => {
  const email = await makeAccount();
  const there = visit();
  await guess(email, 5, () => there);
  await expect(signIn({ email, password }, there)).rejects.toMatchObject(tooMany);
  const opensAt = async () => {
    const newest = `select "expire" from "RateLimit" where "key" like 'here:%' order by "expire" desc limit 1`;
    return Number((await asSuperuser((sql) => sql.query(newest))).rows[0].expire);
  };
  const first = await opensAt();
  await expect(signIn({ email, password }, there)).rejects.toMatchObject(tooMany);
  expect(await opensAt()).toBe(first);
  expect(first - Date.now()).toBeLessThanOrEqual(15 * 60_000);
  await asSuperuser((sql) => sql.query('update "RateLimit" set "expire" = $1', [Date.now() - 1]));
  await expect(signIn({ email, password }, there)).resolves.toBeDefined();
});

test("two instances of the portal count together", async () => {
  const email = await makeAccount();
  const there = visit();
  await guess(email, 3, () => there);
  const first = globalThis as { portalThrottle?: unknown };
  const kept = first.portalThrottle;
  delete first.portalThrottle;
  vi.resetModules();
  const second = await import("@/lib/accounts/signIns/commands");
  for (let n = 0; n < 2; n++) {
    await expect(second.signIn({ email, password: wrong }, there)).rejects.toMatchObject(notRight);
  }
  expect(first.portalThrottle).not.toBe(kept);
  first.portalThrottle = kept;
  await expect(signIn({ email, password }, there)).rejects.toMatchObject(tooMany);
});

test("the counters name nobody", async () => {
  const email = await makeAccount();
  const there = visit();
  await guess(email, 1, () => there);
  const { rows } = await asSuperuser((sql) => sql.query('select "key" from "RateLimit"'));
  const keys = JSON.stringify(rows);
  expect(keys).not.toContain(email);
  expect(keys).not.toContain(there.address);
});

test("a connection that breaks while nobody uses it does not end the portal", async () => {
  const email = await makeAccount();
  await guess(email, 1, visit);
  const { pool } = (globalThis as unknown as { portalThrottle: { pool: EventEmitter } }).portalThrottle;
  expect(pool.emit("error", new Error("terminating connection"))).toBe(true);
});
