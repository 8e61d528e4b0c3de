import { findCallsGlance } from "@/lib/companions/calls/queries";
import { findActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNull } from "@/lib/core/errors";
import { liveStream } from "@/lib/core/live";

export const dynamic = "force-dynamic";

/** The calls that a therapist is shown, while a page is open. Does not count as activity. Asked for JSON, it answers once. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 401 });
  if (actor.role !== "therapist") return new Response(null, { status: 404 });
  let treated = new Set<string>();
  const look = async () => {
    const found = await orNull(read(actor, findCallsGlance));
    treated = new Set(found?.treated);
    return { over: !found, calls: found?.calls ?? [] };
  };
  if (request.headers.get("accept")?.includes("application/json")) {
    return Response.json(await look(), { headers: { "Cache-Control": "no-store" } });
  }
  return liveStream(request, { wants: (patientId) => treated.has(patientId), look });
}
