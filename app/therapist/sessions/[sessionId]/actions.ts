"use server";

import { defineAction, goTo } from "@/lib/core/action";
import { checkIn, completeSession, markNoShow, startSession } from "@/lib/sessions/commands";
import { sessionInput } from "@/lib/sessions/schema";

const show = (sessionId: string, notice: string) => goTo(`/therapist/sessions/${sessionId}`, notice);

export const checkInAction = defineAction("session.checkIn", sessionInput, async (actor, input) =>
  show(await checkIn(actor, input), "Checked in"),
);

export const startAction = defineAction("session.start", sessionInput, async (actor, input) =>
  show(await startSession(actor, input), "The session has begun"),
);

export const completeAction = defineAction("session.complete", sessionInput, async (actor, input) =>
  show(await completeSession(actor, input), "The session is completed"),
);

export const noShowAction = defineAction("session.noShow", sessionInput, async (actor, input) =>
  show(await markNoShow(actor, input), "Recorded as not taken place"),
);
