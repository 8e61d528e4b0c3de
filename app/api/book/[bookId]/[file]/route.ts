import { downloadBook } from "@/lib/book/commands";
import { bookFile } from "@/lib/book/schema";
import { requireSameOrigin } from "@/lib/core/action";
import { findActor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/clock";
import { DomainError } from "@/lib/core/errors";

type Context = { params: Promise<{ bookId: string; file: string }> };

const types = { pdf: "application/pdf", zip: "application/zip" };
const statuses = { refused: 404, "not-found": 404, invalid: 404, conflict: 409 };

/** A patient's own book as a file, for a day. It is noted as an act, so another site's link cannot ask for it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 401 });
  const { bookId: id, file: asked } = await params;
  const file = bookFile.safeParse(asked).data;
  if (!file) return new Response(null, { status: 404 });
  try {
    await requireSameOrigin();
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
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: statuses[error.code] });
  }
}
