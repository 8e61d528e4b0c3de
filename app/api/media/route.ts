import { requireSameOrigin } from "@/lib/core/action";
import { findActor } from "@/lib/core/actor";
import { DomainError } from "@/lib/core/errors";
import { fault } from "@/lib/core/log";
import { addMedia } from "@/lib/making/commands";
import { tooLarge } from "@/lib/making/rules";
import { uploadInput } from "@/lib/making/schema";
import { receive } from "@/lib/making/uploads/gateway";

/** Keeps the image or sound that is the body. Does not count as activity. `x-writer` is the person whose page sends it. */
export async function POST(request: Request): Promise<Response> {
  try {
    await requireSameOrigin();
    const actor = await findActor();
    if (!actor) return refuse(401, "You are signed out. Sign in again, and send this once more.");
    const writer = request.headers.get("x-writer");
    if (writer && writer !== actor.personId) return refuse(401, "Somebody else is signed in on this device.");
    if (actor.role !== "patient") return refuse(404, "This is not here, or no longer.");
    const input = uploadInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!input.success) return refuse(400, "This could not be understood. Go back, and try it once more.");
    return answer(200, { id: await addMedia(actor, input.data, await receive(request)) });
  } catch (error) {
    if (error instanceof DomainError) return refuse(statusOf(error), error.message);
    return refuse(500, `This could not be kept just now. If it happens again, tell us this number: ${fault(error)}.`);
  }
}

const statuses = { refused: 403, "not-found": 404, invalid: 422, conflict: 409 };
const statusOf = ({ code, message }: DomainError) => (message === tooLarge ? 413 : statuses[code]);

const refuse = (status: number, message: string) => answer(status, { message });
const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
