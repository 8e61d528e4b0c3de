import { secondsLeft } from "@/lib/accounts/signIns/rules";
import { requireSameOrigin } from "@/lib/core/action";
import { type Actor, findActor, touch } from "@/lib/core/actor";
import { DomainError } from "@/lib/core/errors";

/** How long this sign-in goes on. Asking does not make it longer. */
export async function GET() {
  const actor = await findActor();
  return actor ? answer(actor) : ended();
}

/** Somebody is here: the idle limit begins anew. */
export async function POST() {
  try {
    await requireSameOrigin();
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 403 });
    throw error;
  }
  const actor = await findActor();
  if (!actor) return ended();
  const stale = Date.now() - actor.lastSeenAt.getTime() >= 60_000;
  await touch(actor);
  return answer(stale ? { ...actor, lastSeenAt: new Date() } : actor);
}

const answer = (actor: Actor) =>
  Response.json({ personId: actor.personId, secondsLeft: secondsLeft(actor, new Date()) });

const ended = () => new Response(null, { status: 401 });
