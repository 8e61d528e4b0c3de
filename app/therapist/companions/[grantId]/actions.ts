"use server";

import { liftSuspension, suspendGrant } from "@/lib/companions/suspensions/commands";
import { liftInput, suspendInput } from "@/lib/companions/suspensions/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const suspendGrantAction = defineAction("companion.suspend", suspendInput, async (actor, input) => {
  await suspendGrant(actor, input);
  await goTo(`/therapist/companions/${input.grantId}`, "The access is paused");
});

export const liftSuspensionAction = defineAction("companion.lift", liftInput, async (actor, input) => {
  await liftSuspension(actor, input);
  await goTo(`/therapist/companions/${input.grantId}`, "The access is open again");
});
