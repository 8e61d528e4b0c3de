import { keepFromRoom } from "@/lib/companions/room/commands";
import { batchInput } from "@/lib/companions/room/schema";
import { requireSameOrigin } from "@/lib/core/action";
import { findActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { DomainError } from "@/lib/core/errors";
import { isId } from "@/lib/core/fields";
import { fault } from "@/lib/core/log";

type Context = { params: Promise<{ sessionId: string }> };

/**
 * Keeps what a companion's device sends from the room, each thing once. Does not count as activity. 401 asks to sign in again, 404 says that
 * access has ended, 409 that the note is handed over or that it is too early.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    await requireSameOrigin();
    const actor = await findActor();
    if (!actor) return answer(401, { message: "You are signed out." });
    const input = batchInput.safeParse(await bodyOf(request));
    if (!input.success) return answer(422, {});
    if (input.data.writer !== actor.personId) return answer(401, { message: "Somebody else is signed in." });
    const { sessionId } = await params;
    if (actor.role !== "companion" || !isId(sessionId)) return answer(404, { ended: true });
    return answer(200, { kept: await keepFromRoom(actor, sessionId, input.data.items), now: now().getTime() });
  } catch (error) {
    if (error instanceof DomainError)
      return answer(statusOf[error.code], { message: error.message, ended: error.code === "not-found" });
    return answer(500, { fault: fault(error) });
  }
}

const statusOf = { refused: 403, "not-found": 404, invalid: 422, conflict: 409 };

const mostBytes = 400_000;

/** Null when it is nothing from a room, or more than one sends at once. */
async function bodyOf(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? mostBytes) >= mostBytes) return null;
  try {
    return await request.json();
  } catch {
    return null;
  }
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
