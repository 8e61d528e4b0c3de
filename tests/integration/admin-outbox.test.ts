import { afterEach, expect, test, vi } from "vitest";
import { invitePerson } from "@/lib/accounts/newcomers/commands";
import { newId, read } from "@/lib/core/db";
import * as environment from "@/lib/core/env";
import { openLetter } from "@/lib/outbox/commands";
import { listLetters } from "@/lib/outbox/queries";
import { makeClinic } from "@/prisma/seed/factories";
import { entriesOf, makeOthers } from "../support/admin";

afterEach(() => vi.restoreAllMocks());

async function makeLetters(many = 1) {
  const { clinicId, admin } = await makeClinic();
  for (let i = 0; i < many; i++)
    await invitePerson(admin, {
      role: "therapist",
      name: "Theo",
      email: `${newId()}@people.test`,
      credentials: "",
      therapistId: "",
    });
  const { rows } = await read(admin, (db) => listLetters(db, {}));
  return { clinicId, admin, rows, letter: rows[0] ?? expect.fail("there is no letter") };
}

test("without a mail server an admin opens a letter, which is noted once for each sign-in", async () => {
  const { admin, letter } = await makeLetters();
  expect(letter).not.toHaveProperty("sealed");
  expect((await openLetter(admin, letter.id)).text).toContain("/invitation/");
  await openLetter(admin, letter.id);
  expect(await entriesOf(admin, "outbox.read")).toMatchObject([{ actorId: admin.personId, subjectId: letter.id }]);
});

test("with a mail server nobody opens letters in the portal", async () => {
  const { admin, letter } = await makeLetters();
  vi.spyOn(environment, "env").mockReturnValue({ ...environment.env(), SMTP_URL: "smtp://mail.test" });
  await expect(openLetter(admin, letter.id)).rejects.toMatchObject({ code: "not-found" });
  expect(await entriesOf(admin, "outbox.read")).toEqual([]);
});

test("nobody but an admin of the clinic sees or opens its letters", async () => {
  const { clinicId, letter } = await makeLetters();
  for (const [who, actor] of await makeOthers(clinicId)) {
    await expect(openLetter(actor, letter.id), who).rejects.toMatchObject({ name: "DomainError" });
    expect((await read(actor, (db) => listLetters(db, {}))).rows, who).toEqual([]);
  }
});

test("paging through the outbox shows every letter once", async () => {
  const { admin } = await makeLetters(30);
  const first = await read(admin, (db) => listLetters(db, {}));
  const second = await read(admin, (db) => listLetters(db, { after: first.after }));
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(30);
});
