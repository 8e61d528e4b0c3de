import { keepFromRoom } from "@/lib/companions/room/commands";
import { batchInput } from "@/lib/companions/room/schema";
import { now } from "@/lib/core/clock";
import { defineRoute } from "@/lib/core/route";

/** Keeps what a companion's device sends from the room, each thing once. 404 says that access has ended, 423 that the note is handed over or that it is too early. */
export const POST = defineRoute(
  "companionLine.add",
  batchInput,
  async (actor, { sessionId, items }) => ({
    kept: await keepFromRoom(actor, sessionId, items),
    now: now().getTime(),
  }),
  { json: 400_000, writer: true },
);
