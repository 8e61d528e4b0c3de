import { findRoomGlance, findRoomTimes } from "@/lib/companions/room/queries";
import { followInput } from "@/lib/companions/room/schema";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNull } from "@/lib/core/errors";
import { liveStream } from "@/lib/core/live";
import { defineRoute } from "@/lib/core/route";

export const dynamic = "force-dynamic";

/** What a companion is told in the room while it is open: answered calls, and that access has ended. Asked for JSON, it answers once. */
export const GET = defineRoute(
  "companion",
  followInput,
  async (actor, { sessionId }, request) => {
    const session = await read(actor, (db) => findRoomTimes(db, sessionId));
    if (!session) return once({ over: true, why: "ended" });
    const glance = () => orNull(read(actor, (db) => findRoomGlance(db, session.id, actor.personId)));
    const look = async () => (await glance()) ?? { over: true, why: "signedOut" };
    if (request.headers.get("accept")?.includes("application/json")) return once(await look());
    return liveStream(request, { wants: (patientId) => patientId === session.patientId, look });
  },
  { writer: true },
);

const once = (glance: object) => ({ ...glance, now: now().getTime() });
