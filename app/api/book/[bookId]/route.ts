import { findBook } from "@/lib/book/queries";
import { progressWords, stageOf } from "@/lib/book/rules";
import { bookInput } from "@/lib/book/schema";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { defineRoute } from "@/lib/core/route";

/** How far a book is. */
export const GET = defineRoute("patient", bookInput, async (actor, { bookId }) => {
  const book = found(await read(actor, (db) => findBook(db, bookId)));
  const { progress } = book;
  return { stage: stageOf(book, now()), progress, words: progressWords(progress) };
});
