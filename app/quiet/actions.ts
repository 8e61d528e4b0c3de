"use server";

import { defineAction, goTo } from "@/lib/core/action";
import { leaveQuiet } from "@/lib/quiet/commands";
import { leaveInput } from "@/lib/quiet/schema";

export const leaveQuietAction = defineAction("fit.change", leaveInput, async (actor) => {
  await leaveQuiet(actor);
  await goTo("/my");
});
