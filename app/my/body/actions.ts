"use server";

import { revalidatePath } from "next/cache";
import { keepSensation, noteState, removeSensation } from "@/lib/body/commands";
import { sensationIdInput, sensationInput, stateInput } from "@/lib/body/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const noteStateAction = defineAction("state.note", stateInput, async (actor, input) => {
  await noteState(actor, input);
  revalidatePath("/my", "layout");
  return "Noted";
});

export const keepSensationAction = defineAction("sensation.keep", sensationInput, async (actor, input) => {
  await keepSensation(actor, input);
  revalidatePath("/my", "layout");
  await goTo("/my/body#kept", "It is kept.");
});

export const removeSensationAction = defineAction("sensation.remove", sensationIdInput, async (actor, input) => {
  await removeSensation(actor, input);
  revalidatePath("/my", "layout");
  await goTo("/my/body", "It is taken out.");
});
