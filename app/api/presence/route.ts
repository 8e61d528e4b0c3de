import { z } from "zod";
import { secondsLeft } from "@/lib/accounts/signIns/rules";
import { type Actor, touch } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { defineRoute } from "@/lib/core/route";

const nothing = z.object({});

/** How long this sign-in goes on. Asking does not make it longer. */
export const GET = defineRoute("everybody", nothing, async (actor) => left(actor));

/** Somebody is here: the idle limit begins anew. */
export const POST = defineRoute("everybody", nothing, async (actor) => {
  const isStale = now().getTime() - actor.lastSeenAt.getTime() >= 60_000;
  await touch(actor);
  return left(isStale ? { ...actor, lastSeenAt: now() } : actor);
});

const left = (actor: Actor) => ({ personId: actor.personId, secondsLeft: secondsLeft(actor, now()) });
