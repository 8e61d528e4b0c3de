import type { Db } from "@/lib/core/db";
import { isId } from "@/lib/core/fields";
import type { Book } from "./rules";

/** Everything but the bytes. */
const shown = { id: true, state: true, progress: true, askedAt: true, readyAt: true, endsAt: true } as const;

/** The book that a patient asked for last. */
export const findLatestBook = (db: Db, patientId: string): Promise<Book | null> =>
  db.book.findFirst({ where: { patientId }, select: shown, orderBy: [{ askedAt: "desc" }, { id: "desc" }] });

export const findBook = async (db: Db, id: string): Promise<Book | null> =>
  isId(id) ? db.book.findUnique({ where: { id }, select: shown }) : null;
