"use server";

import { defineAction, goTo } from "@/lib/core/action";
import { checkIn, completeSession, markNoShow, startSession } from "@/lib/sessions/commands";
import { sessionInput } from "@/lib/sessions/schema";

const show = (sessionId: string, notice: string) => goTo(`/therapist/sessions/${sessionId}`, notice);

export const checkInAction = defineAction(
  sessionInput,
  async (actor, input) => show(await checkIn(actor, input), "Checked in"),
  ["therapist"],
);

export const startAction = defineAction(
  sessionInput,
  async (actor, input) => show(await startSession(actor, input), "The session has begun"),
  ["therapist"],
);

export const completeAction = defineAction(
  sessionInput,
  async (actor, input) => show(await completeSession(actor, input), "The session is completed"),
  ["therapist"],
);

export const noShowAction = defineAction(
  sessionInput,
  async (actor, input) => show(await markNoShow(actor, input), "Recorded as not taken place"),
  ["therapist"],
);
