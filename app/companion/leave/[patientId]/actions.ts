"use server";

import { leavePatient } from "@/lib/companions/grants/leaving/commands";
import { leaveInput } from "@/lib/companions/grants/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const leaveAction = defineAction("companion.leave", leaveInput, async (actor, input) => {
  await leavePatient(actor, input);
  await goTo("/companion", "You have ended your role");
});
