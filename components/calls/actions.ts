"use server";

import { acknowledgeCall } from "@/lib/companions/calls/commands";
import { acknowledgeInput } from "@/lib/companions/calls/schema";
import { defineAction } from "@/lib/core/action";

export const acknowledgeAction = defineAction("staff.acknowledge", acknowledgeInput, async (actor, input) => {
  await acknowledgeCall(actor, input);
  return "They know that you are coming";
});
