import { expect, test, vi } from "vitest";
import { setUpClinic, setUpDemonstration } from "@/lib/accounts/setup/commands";
import { isEmptyPortal } from "@/lib/accounts/setup/queries";
import { plainCode } from "@/lib/accounts/setup/rules";
import { findSignedIn } from "@/lib/core/auth";
import { sha256 } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { makeClinic } from "@/prisma/seed/factories";
import { asSuperuser } from "../support/database";
import { password, visit } from "../support/letters";

const { seedDemonstration } = vi.hoisted(() => ({ seedDemonstration: vi.fn(async () => undefined) }));
vi.mock("@/prisma/seed/demonstration", () => ({ seedDemonstration }));

Object.assign(process.env, { SETUP_CODE_HASH: sha256("ABCD-EFGH-JK23"), DEMO_PASSWORD: "look-around-here" });

const input = (given: object = {}) => ({
  code: "ABCD-EFGH-JK23",
  clinicName: "Hollow Oak Clinic",
  timeZone: "America/Chicago",
  name: "Robin Vale",
  email: "robin@oak.test",
  newPassword: password,
  ...given,
});
const empty = () => asSuperuser(async (sql) => (await sql.query('select from "Clinic"')).rows.length === 0);

test("the code is read however it was typed", () => {
  expect(plainCode(" abcd efghjk23 ")).toBe("ABCD-EFGH-JK23");
});

// What follows is one story in one database, from empty to set up.
test("a wrong code sets up nothing, and guessing ends soon", async () => {
  const there = visit();
  for (let n = 0; n < 10; n++) {
    await expect(setUpClinic(input({ code: "ABCD-EFGH-JK24" }), there)).rejects.toMatchObject({
      detail: { field: "code" },
    });
  }
  await expect(setUpClinic(input(), there)).rejects.toMatchObject({
    message: expect.stringContaining("too many tries"),
  });
  expect(await empty()).toBe(true);
});

test("the clinic's name is no password for its first admin", async () => {
  const attempt = setUpClinic(input({ newPassword: "hollow oak clinic" }), visit());
  await expect(attempt).rejects.toMatchObject({ detail: { field: "newPassword" } });
  expect(await isEmptyPortal()).toBe(true);
});

test("two who look around at the same moment make one demonstration", async () => {
  seedDemonstration.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(undefined), 300)));
  const results = await Promise.allSettled([1, 2].map(() => setUpDemonstration("", visit())));
  expect(results.filter(({ status }) => status === "fulfilled")).toEqual([
    { status: "fulfilled", value: "look-around-here" },
  ]);
  expect(seedDemonstration.mock.calls).toEqual([[{ password: "look-around-here" }]]);
});

test("of two who set up the clinic at once one wins, is signed in as its admin, and after that nobody can", async () => {
  const [first, second] = await Promise.allSettled([
    setUpClinic(input(), visit()),
    setUpClinic(input({ email: "other@oak.test" }), visit()),
  ]);
  const won = [first, second].filter((result) => result.status === "fulfilled");
  expect(won).toHaveLength(1);
  const admin = await findSignedIn(won[0]?.value ?? "");
  expect(admin).toMatchObject({ role: "admin", clinicName: "Hollow Oak Clinic", timeZone: "America/Chicago" });
  if (!admin) return;
  const log = await read(admin, (db) => db.auditEntry.findMany());
  expect(log).toMatchObject([{ verb: "clinic.found", actorId: admin.personId }]);
  const again = { code: "conflict", message: expect.stringContaining("set up already") };
  await expect(setUpClinic(input({ email: "third@oak.test" }), visit())).rejects.toMatchObject(again);
  await expect(setUpDemonstration("", visit())).rejects.toMatchObject(again);
});

test("a demonstration and a real clinic never share a database", async () => {
  await expect(makeClinic({ isDemonstration: true })).rejects.toMatchObject({ code: "conflict" });
});
