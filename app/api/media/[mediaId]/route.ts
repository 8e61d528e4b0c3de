import { findActor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { findBytes } from "@/lib/making/queries";
import { endingOf, rangeOf } from "@/lib/making/rules";

type Context = { params: Promise<{ mediaId: string }> };

/** The bytes of a picture or a sound, for whoever may see it at this moment. `?size=thumb` is the small picture. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 401, headers: fixed });
  const { mediaId } = await params;
  const size = new URL(request.url).searchParams.get("size") === "thumb" ? "thumb" : "full";
  const found = await read(actor, (db) => findBytes(db, mediaId, size));
  if (!found) return new Response(null, { status: 404, headers: fixed });
  const name = `${dayOf(found.at, actor.timeZone)}-${found.kind}.${endingOf(found.type)}`;
  return inRange(request.headers.get("range"), found.bytes, {
    ...fixed,
    "Content-Type": found.type,
    "Content-Disposition": `inline; filename="${name}"`,
    "Accept-Ranges": "bytes",
  });
}

const fixed = {
  "Cache-Control": "private, no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
};

/** Safari plays a sound that comes in pieces, and no other. */
function inRange(asked: string | null, bytes: Buffer, headers: Record<string, string>): Response {
  const size = bytes.byteLength;
  const range = rangeOf(asked, size);
  if (range === "none")
    return new Response(null, { status: 416, headers: { ...fixed, "Content-Range": `bytes */${size}` } });
  const { from, to } = range ?? { from: 0, to: size - 1 };
  const part = new Uint8Array(bytes.subarray(from, to + 1));
  if (!range) return new Response(part, { headers });
  return new Response(part, {
    status: 206,
    headers: { ...headers, "Content-Range": `bytes ${from}-${to}/${size}` },
  });
}
