import { exportAudit } from "@/lib/audit/commands";
import { auditFilter } from "@/lib/audit/schema";
import { dayOf, now } from "@/lib/core/clock";
import { defineRoute } from "@/lib/core/route";

/** The audit log as a file. It is noted as an act, so another site's link cannot ask for it. */
export const GET = defineRoute("audit.export", auditFilter, async (actor, filter) => {
  const name = `audit-log-${dayOf(now(), actor.timeZone)}.csv`;
  return new Response(streamOf(exportAudit(actor, filter)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
});

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
