import { deliver } from "@/lib/companions/drawer/commands";
import { deliverInput } from "@/lib/companions/drawer/schema";
import { requireSameOrigin } from "@/lib/core/action";
import { findActor } from "@/lib/core/actor";
import { DomainError } from "@/lib/core/errors";
import { fault } from "@/lib/core/log";

/**
 * Takes what a companion's device still held when their access ended. Answers how many lines were `kept` for the patient; the rest is to be
 * thrown away. Does not count as activity. 401 asks to sign in again, and 422 says that this is nothing from a room.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    await requireSameOrigin();
    const actor = await findActor();
    if (!actor) return answer(401, { message: "You are signed out." });
    const input = deliverInput.safeParse(await bodyOf(request));
    if (!input.success) return answer(422, {});
    const { writer = actor.personId, ...lines } = input.data;
    if (writer !== actor.personId) return answer(401, { message: "Somebody else is signed in." });
    if (actor.role !== "companion") return answer(404, {});
    return answer(200, { kept: await deliver(actor, lines) });
  } catch (error) {
    if (error instanceof DomainError) return answer(statusOf[error.code], { message: error.message });
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
