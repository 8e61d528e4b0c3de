import type { Actor } from "@/lib/core/actor";
import { sha256 } from "@/lib/core/crypto";
import { read, write } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { DomainError, found } from "@/lib/core/errors";
import { findLetter } from "./queries";

/** Opens a letter of the outbox and notes that, once for each sign-in. With a mail server there is none to open. */
export async function openLetter(actor: Actor, id: string) {
  if (env().SMTP_URL) throw new DomainError("not-found", "The mail server takes letters to where they belong.");
  await write(actor, "outbox.read", async (db, audit) => {
    found(await db.mail.findUnique({ where: { id }, select: { id: true } }));
    audit({ subject: "mail", subjectId: id, onceKey: sha256(`outbox:${actor.signInId}:${id}`) });
  });
  return found(await read(actor, (db) => findLetter(db, id)));
}
