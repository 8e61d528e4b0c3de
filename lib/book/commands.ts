import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { unsealBytes } from "@/lib/core/crypto";
import { newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import { isId } from "@/lib/core/fields";
import { enqueue } from "@/lib/core/queue";
import { findLatestBook } from "./queries";
import { isOpen, stageOf } from "./rules";
import type { BookFile } from "./schema";

/** Asks for a book. One that is being bound answers with itself; one that nobody binds any more makes room. */
export const askForBook = (actor: Actor): Promise<string> =>
  write(actor, "book.ask", async (db, audit) => {
    const { clinicId, personId: patientId, handleHash } = actor;
    const last = await findLatestBook(db, patientId);
    audit({ patientId, subject: "book" });
    if (last && stageOf(last, now()) === "binding") return last.id;
    const unfinished = { patientId, state: { in: ["waiting" as const, "working" as const] } };
    await db.book.updateMany({ where: unfinished, data: { state: "failed" } });
    const id = newId();
    const { count } = await db.book.createMany({
      data: { id, clinicId, patientId, askedAt: now() },
      skipDuplicates: true,
    });
    if (count === 0)
      throw new DomainError("conflict", "Your book is being bound already. Open this page again to see how far it is.");
    await enqueue(db, "book", { id, handleHash }, `book:${id}`);
    return id;
  });

/**
 * The bytes of one's own book, as long as its day lasts.
 * @throws DomainError `not-found` when it is over, not ready, or somebody else's.
 */
export function downloadBook(actor: Actor, { id, file }: { id: string; file: BookFile }) {
  return write(actor, "book.download", async (db, audit) => {
    const select = { state: true, endsAt: true, readyAt: true, pdf: file === "pdf", zip: file === "zip" };
    const book = isId(id) ? await db.book.findFirst({ where: { id, patientId: actor.personId }, select }) : null;
    const sealed = book && isOpen(book, now()) ? book[file] : null;
    const bytes = await unsealBytes(db, rowOf(id, file), found(sealed));
    audit({ patientId: actor.personId, subject: "book", subjectId: id, detail: { file } });
    return { bytes, readyAt: book?.readyAt ?? now() };
  });
}

/** What the bytes of one file are bound to, so that one cannot stand in for the other. */
export const rowOf = (id: string, file: BookFile) => `${id}:${file}`;
