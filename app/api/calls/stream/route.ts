import { z } from "zod";
import { findCallsGlance } from "@/lib/companions/calls/queries";
import { read } from "@/lib/core/db";
import { orNull } from "@/lib/core/errors";
import { liveStream } from "@/lib/core/live";
import { defineRoute } from "@/lib/core/route";

export const dynamic = "force-dynamic";

/** The calls that a therapist is shown, while a page is open. Asked for JSON, it answers once. */
export const GET = defineRoute("therapist", z.object({}), async (actor, _input, request) => {
  let treated = new Set<string>();
  const look = async () => {
    const found = await orNull(read(actor, findCallsGlance));
    treated = new Set(found?.treated);
    return { over: !found, calls: found?.calls ?? [] };
  };
  if (request.headers.get("accept")?.includes("application/json")) return look();
  return liveStream(request, { wants: (patientId) => treated.has(patientId), look });
});
