import { findRoomGlance, findRoomTimes } from "@/lib/companions/room/queries";
import { findActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNull } from "@/lib/core/errors";
import { liveStream } from "@/lib/core/live";

type Context = { params: Promise<{ sessionId: string }> };

export const dynamic = "force-dynamic";

/**
 * What a companion is told in the room while it is open: answered calls, and that access has ended. Asked for JSON, it answers once.
 * `?writer=` is the person whose page asks: whoever signs in meanwhile in another tab is told nothing.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await findActor();
  const writer = new URL(request.url).searchParams.get("writer");
  if (!actor || writer !== actor.personId) return new Response(null, { status: 401 });
  if (actor.role !== "companion") return new Response(null, { status: 404 });
  const { sessionId } = await params;
  const session = await read(actor, (db) => findRoomTimes(db, sessionId));
  if (!session) return once({ over: true, why: "ended" });
  const look = async () =>
    (await orNull(read(actor, (db) => findRoomGlance(db, session.id, actor.personId)))) ?? {
      over: true,
      why: "signedOut",
    };
  if (request.headers.get("accept")?.includes("application/json")) {
    return once(await look());
  }
  return liveStream(request, { wants: (patientId) => patientId === session.patientId, look });
}

const once = (glance: object) =>
  Response.json({ ...glance, now: now().getTime() }, { headers: { "Cache-Control": "no-store" } });
