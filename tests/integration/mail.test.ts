import { createServer } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId, read, write } from "@/lib/core/db";
import { sendMail } from "@/lib/core/jobs";
import { queueMail } from "@/lib/core/mail";
import { makeClinic } from "@/prisma/seed/factories";
import { asSuperuser } from "../support/database";

const mailServer = vi.hoisted(() => ({ url: undefined as string | undefined }));
vi.mock("@/lib/core/env", async (original) => {
  const real = await original<typeof import("@/lib/core/env")>();
  return { ...real, env: () => ({ ...real.env(), SMTP_URL: mailServer.url }) };
});
afterEach(() => {
  mailServer.url = undefined;
});

const text = "You have something new.";
let email: string;
beforeEach(() => {
  email = `${newId()}@people.test`;
});

async function queueOne() {
  const { admin, clinicId } = await makeClinic({}, { email });
  await write(admin, "clinic.edit", async (db) => {
    await queueMail(db, { clinicId, to: email, subject: "Something new", text });
  });
  const [letter] = await read(admin, (db) => db.mail.findMany());
  if (!letter) throw new Error("There is no letter");
  return letter;
}

const stored = (id: string) =>
  asSuperuser(async (sql) => (await sql.query('select "sealed", "sentAt" from "Mail" where "id" = $1', [id])).rows[0]);

test("a letter and its job are stored together, or neither is", async () => {
  const { admin, clinicId } = await makeClinic({}, { email });
  const jobs = () =>
    asSuperuser(
      async (sql) =>
        (await sql.query("select count(*)::int as n from graphile_worker.jobs where task_identifier = 'mail'")).rows[0]
          .n,
    );
  const before = await jobs();
  const work = write(admin, "clinic.edit", async (db) => {
    await queueMail(db, { clinicId, to: email, subject: "Something new", text });
    throw new Error("The change did not happen.");
  });
  await expect(work).rejects.toThrow("did not happen");
  expect(await jobs()).toBe(before);
  await queueOne();
  expect(await jobs()).toBe(before + 1);
});

test("without a mail server a letter waits in the outbox, unreadable in the database", async () => {
  const { id } = await queueOne();
  await sendMail(id);
  expect(await stored(id)).toMatchObject({ sentAt: null, sealed: expect.stringMatching(/^v1\./) });
  expect((await stored(id)).sealed).not.toContain("something");
});

test("a letter goes out once, however often its job runs, and its text is erased", async () => {
  const { id } = await queueOne();
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      let letter = "";
      stream.on("data", (chunk) => {
        letter += chunk;
      });
      stream.on("end", () => {
        received.push(letter);
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  mailServer.url = `smtp://127.0.0.1:${port}`;
  await sendMail(id);
  await sendMail(id);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(received).toHaveLength(1);
  expect(received[0]).toContain(text);
  expect(received[0]).toContain(`To: ${email}`);
  expect(await stored(id)).toMatchObject({ sealed: null, sentAt: expect.any(Date) });
});

test("a letter that the mail server does not take stays, and its job fails so that it is tried again", async () => {
  const { id } = await queueOne();
  mailServer.url = `smtp://127.0.0.1:${await freePort()}`;
  await expect(sendMail(id)).rejects.toThrow();
  expect(await stored(id)).toMatchObject({ sentAt: null, sealed: expect.stringMatching(/^v1\./) });
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
