import { Logger, run, type TaskList } from "graphile-worker";
import { createTransport } from "nodemailer";
import { now } from "./clock";
import { openPool } from "./connection";
import { unseal } from "./crypto";
import { env } from "./env";
import { log } from "./log";
import { sealEntries } from "./seal";
import { system } from "./system";

/** Seals the audit log every minute, forgets form keys after two days, and erases books whose day is over. */
const crontab = "* * * * * seal\n17 3 * * * tidy\n*/10 * * * * closeBooks";

const tasks: TaskList = {
  mail: (payload) => sendMail((payload as { id: string }).id),
  seal: () => sealAll(),
  tidy: async () => {
    const before = new Date(now().getTime() - 48 * 3_600_000);
    await system("worker", (db) => db.submission.deleteMany({ where: { at: { lt: before } } }));
  },
  closeBooks: () => closeBooks(),
};

/** What went wrong with which job. The queue's own words may quote an address, so they are left out. */
const logger = new Logger(({ taskIdentifier }) => (level) => {
  if (level === "error" || level === "warning") log.warn({ job: taskIdentifier, level }, "a job will be tried again");
});

/** Starts the worker in this process, with the jobs of the nouns besides its own. Any number of instances may; each job runs once. */
export async function startWorker(jobs: TaskList = {}): Promise<{ stop(): Promise<void> }> {
  const pgPool = openPool(env().WORKER_DATABASE_URL, { max: 5 });
  const runner = await run({
    pgPool,
    taskList: { ...tasks, ...jobs },
    crontab,
    concurrency: 2,
    noHandleSignals: true,
    logger,
    pollInterval: 2_000,
  });
  return { stop: () => runner.stop().finally(() => pgPool.end()) };
}

/** Hands one letter to the mail server and erases its text. Without a mail server it stays in the outbox. */
export async function sendMail(id: string): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return;
  const letter = await system("worker", async (db) => {
    const mail = await db.mail.findUnique({ where: { id } });
    return mail?.sealed && !mail.sentAt ? { ...mail, text: await unseal(db, id, mail.sealed) } : null;
  });
  if (!letter) return;
  const domain = new URL(env().APP_ORIGIN).hostname;
  await createTransport(SMTP_URL).sendMail({
    from: MAIL_FROM,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    messageId: `<${id}@${domain}>`,
  });
  await system("worker", (db) => db.mail.update({ where: { id }, data: { sentAt: now(), sealed: null } }));
}

/** Erases the bytes of books that can no longer be downloaded. */
export async function closeBooks(): Promise<void> {
  await system("worker", (db) =>
    db.book.updateMany({ where: { endsAt: { lt: now() } }, data: { pdf: null, zip: null } }),
  );
}

async function sealAll() {
  const clinics = await system("worker", (db) => db.clinic.findMany({ select: { id: true } }));
  for (const { id } of clinics) while ((await system("worker", (db) => sealEntries(db, id))) > 0);
}
