"use server";

import { defineAction, goTo } from "@/lib/core/action";
import { scheduleSession } from "@/lib/sessions/commands";
import { scheduleInput } from "@/lib/sessions/schema";

export const scheduleAction = defineAction("session.schedule", scheduleInput, async (actor, input) => {
  await scheduleSession(actor, input);
  await goTo(`/therapist/patients/${input.patientId}`, "The session is planned");
});
