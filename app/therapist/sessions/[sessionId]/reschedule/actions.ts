"use server";

import { defineAction, goTo } from "@/lib/core/action";
import { rescheduleSession } from "@/lib/sessions/commands";
import { rescheduleInput } from "@/lib/sessions/schema";

export const rescheduleAction = defineAction("session.reschedule", rescheduleInput, async (actor, input) => {
  const id = await rescheduleSession(actor, input);
  await goTo(`/therapist/sessions/${id}`, "The session has its new time");
});
