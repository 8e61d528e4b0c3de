"use server";

import { revalidatePath } from "next/cache";
import { keepSensation, noteState, removeSensation } from "@/lib/body/commands";
import { sensationIdInput, sensationInput, stateInput } from "@/lib/body/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const noteStateAction = defineAction(
  stateInput,
  async (actor, input) => {
    await noteState(actor, input);
    revalidatePath("/my", "layout");
    return "Noted";
  },
  ["patient"],
);

export const keepSensationAction = defineAction(
  sensationInput,
  async (actor, input) => {
    await keepSensation(actor, input);
    revalidatePath("/my", "layout");
    await goTo("/my/body#kept", "It is kept.");
  },
  ["patient"],
);

export const removeSensationAction = defineAction(
  sensationIdInput,
  async (actor, input) => {
    await removeSensation(actor, input);
    revalidatePath("/my", "layout");
    await goTo("/my/body", "It is taken out.");
  },
  ["patient"],
);
