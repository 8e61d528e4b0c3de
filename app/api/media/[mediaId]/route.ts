import { dayOf } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { found } from "@/lib/core/errors";
import { defineRoute } from "@/lib/core/route";
import { findBytes } from "@/lib/making/queries";
import { endingOf, rangeOf } from "@/lib/making/rules";
import { bytesInput } from "@/lib/making/schema";

/** The bytes of a picture or a sound, for whoever may see it at this moment. */
export const GET = defineRoute("everybody", bytesInput, async (actor, { mediaId, size }, request) => {
  const media = found(await read(actor, (db) => findBytes(db, mediaId, size)));
  const name = `${dayOf(media.at, actor.timeZone)}-${media.kind}.${endingOf(media.type)}`;
  return inRange(request.headers.get("range"), media.bytes, {
    ...fixed,
    "Content-Type": media.type,
    "Content-Disposition": `inline; filename="${name}"`,
    "Accept-Ranges": "bytes",
  });
});

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
