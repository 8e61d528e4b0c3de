import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import { cutPage, olderFirst, type Place, pageSize } from "@/lib/core/pages";

const envelope = { id: true, to: true, subject: true, createdAt: true, sentAt: true };

/** Letters, the newest first, without their text. */
export async function listLetters(db: Db, place: Place) {
  const id = place.after ?? place.before;
  const row = id ? await db.mail.findUnique({ where: { id }, select: { id: true, createdAt: true } }) : null;
  const { where, orderBy } = olderFirst("createdAt", place, row && { id: row.id, at: row.createdAt });
  return cutPage(await db.mail.findMany({ where, orderBy, select: envelope, take: pageSize + 1 }), place);
}

/** One letter with its text, which is gone once a mail server has taken it. Opening one is an act: see `openLetter`. */
export async function findLetter(db: Db, id: string) {
  const letter = await db.mail.findUnique({ where: { id }, select: { ...envelope, sealed: true } });
  if (!letter) return null;
  const { sealed, ...rest } = letter;
  return { ...rest, text: sealed ? await unseal(db, id, sealed) : null };
}
