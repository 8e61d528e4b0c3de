"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { setIntention } from "@/lib/intentions/commands";
import { intentionInput } from "@/lib/intentions/schema";

export const setIntentionAction = defineAction("intention.set", intentionInput, async (actor, input) => {
  await setIntention(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/sessions/${input.sessionId}`, "Your words are kept.");
});
