"use server";

import { defineAction, goTo } from "@/lib/core/action";
import { leaveQuiet } from "@/lib/quiet/commands";
import { leaveInput } from "@/lib/quiet/schema";

export const leaveQuietAction = defineAction(
  leaveInput,
  async (actor) => {
    await leaveQuiet(actor);
    await goTo("/my");
  },
  ["patient"],
);
