import { downloadBook } from "@/lib/book/commands";
import { bookFileInput } from "@/lib/book/schema";
import { dayOf } from "@/lib/core/clock";
import { defineRoute } from "@/lib/core/route";

const types = { pdf: "application/pdf", zip: "application/zip" };

/** A patient's own book as a file, for a day. It is noted as an act, so another site's link cannot ask for it. */
export const GET = defineRoute("book.download", bookFileInput, async (actor, { bookId: id, file }) => {
  const { bytes, readyAt } = await downloadBook(actor, { id, file });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": types[file],
      "Content-Disposition": `attachment; filename="my-book-${dayOf(readyAt, actor.timeZone)}.${file}"`,
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
