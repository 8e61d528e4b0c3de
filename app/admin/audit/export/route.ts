import type { NextRequest } from "next/server";
import { exportAudit } from "@/lib/audit/commands";
import { auditFilter } from "@/lib/audit/schema";
import { requireSameOrigin } from "@/lib/core/action";
import { requireActor } from "@/lib/core/actor";
import { dayOf, now } from "@/lib/core/clock";
import { DomainError } from "@/lib/core/errors";

/** The audit log as a file. It is noted as an act, so another site's link cannot ask for it. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireActor("admin");
  try {
    await requireSameOrigin();
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 403 });
    throw error;
  }
  const filter = auditFilter.parse(Object.fromEntries(request.nextUrl.searchParams));
  const name = `audit-log-${dayOf(now(), actor.timeZone)}.csv`;
  return new Response(streamOf(exportAudit(actor, filter)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

function streamOf(parts: AsyncGenerator<string>) {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}
