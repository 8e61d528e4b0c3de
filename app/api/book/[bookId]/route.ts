import { findBook } from "@/lib/book/queries";
import { progressWords, stageOf } from "@/lib/book/rules";
import { findActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";

type Context = { params: Promise<{ bookId: string }> };

/** How far a book is. Asking does not count as activity. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 401 });
  const { bookId } = await params;
  const book = await read(actor, (db) => findBook(db, bookId));
  if (!book) return new Response(null, { status: 404 });
  const { progress } = book;
  return Response.json(
    { stage: stageOf(book, now()), progress, words: progressWords(progress) },
    { headers: { "Cache-Control": "no-store" } },
  );
}
