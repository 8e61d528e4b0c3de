"use server";

import { inviteCompanion } from "@/lib/companions/grants/commands";
import { inviteInput } from "@/lib/companions/grants/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const inviteCompanionAction = defineAction("companion.invite", inviteInput, async (actor, input) => {
  await inviteCompanion(actor, input);
  await goTo("/my/companions", "Your invitation is on its way");
});
