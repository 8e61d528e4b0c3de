import { deliver } from "@/lib/companions/drawer/commands";
import { deliverInput } from "@/lib/companions/drawer/schema";
import { defineRoute } from "@/lib/core/route";

/**
 * Takes what a companion's device still held when their access ended. Returns how many lines were `kept` for the patient; the rest is to be
 * thrown away, and so is what 422 calls nothing from a room.
 */
export const POST = defineRoute(
  "drawer.deliver",
  deliverInput,
  async (actor, lines) => ({ kept: await deliver(actor, lines) }),
  { json: 400_000, writer: true },
);
