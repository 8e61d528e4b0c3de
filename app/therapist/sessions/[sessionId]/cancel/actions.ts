"use server";

import { defineAction, goTo } from "@/lib/core/action";
import { cancelSession } from "@/lib/sessions/commands";
import { cancelInput } from "@/lib/sessions/schema";

export const cancelAction = defineAction("session.cancel", cancelInput, async (actor, input) => {
  await cancelSession(actor, input);
  await goTo(`/therapist/sessions/${input.sessionId}`, "The session is cancelled");
});
