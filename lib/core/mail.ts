import { now } from "./clock";
import { seal } from "./crypto";
import { type Db, newId } from "./db";
import { enqueue } from "./queue";

export type Letter = { clinicId: string; to: string; subject: string; text: string };

/**
 * Puts a letter into the outbox and asks for its sending, in the caller's transaction. Subject and text hold no health
 * information and no names of others. Without a mail server it stays in the outbox, where the admin can read it.
 */
export async function queueMail(db: Db, { clinicId, to, subject, text }: Letter): Promise<void> {
  const id = newId();
  const sealed = await seal(db, clinicId, id, text);
  await db.mail.createMany({ data: { id, clinicId, to, subject, sealed, createdAt: now() } });
  await enqueue(db, "mail", { id }, `mail:${id}`);
}
