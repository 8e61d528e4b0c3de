import { requireSameOrigin } from "@/lib/core/action";
import { findActor } from "@/lib/core/actor";
import { deviceKey } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { fault } from "@/lib/core/log";
import { keepFragment } from "@/lib/journal/commands";
import { findPeopleToCall } from "@/lib/quiet/queries";
import { fragmentInput } from "@/lib/quiet/schema";

/** For quiet mode while the portal answers: who is here, the key that opens what this device kept, whom to call. Does not count as activity. */
export async function GET(): Promise<Response> {
  const actor = await findActor();
  if (actor?.role !== "patient") return answer(401, { message: "You are signed out." });
  const { personId } = actor;
  const people = await read(actor, (db) => findPeopleToCall(db, personId));
  return answer(200, { personId, deviceKey: deviceKey(personId), ...people });
}

/** Keeps one fragment; sending it again keeps nothing twice. `x-writer` is the person on whose device it was left. */
export async function POST(request: Request): Promise<Response> {
  try {
    await requireSameOrigin();
    const actor = await findActor();
    if (!actor) return answer(401, { message: "You are signed out." });
    if (request.headers.get("x-writer") !== actor.personId)
      return answer(401, { message: "Somebody else is signed in." });
    if (actor.role !== "patient") return answer(404, {});
    const input = fragmentInput.safeParse(await bodyOf(request));
    if (!input.success) return answer(422, { message: input.error.issues[0]?.message });
    return answer(200, { id: await keepFragment(actor, input.data) });
  } catch (error) {
    if (error instanceof DomainError) return answer(statusOf[error.code], { message: error.message });
    return answer(500, { fault: fault(error) });
  }
}

const statusOf = { refused: 403, "not-found": 404, invalid: 422, conflict: 409 };

const mostBytes = 20_000;

/** Null when it is no fragment, or longer than one can be. */
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
