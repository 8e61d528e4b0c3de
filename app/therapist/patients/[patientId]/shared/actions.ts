"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/core/action";
import { giveAnswer } from "@/lib/sharing/answers/commands";
import { answerInput } from "@/lib/sharing/answers/schema";

export const giveAnswerAction = defineAction("answer.give", answerInput, async (actor, input) => {
  await giveAnswer(actor, input);
  revalidatePath("/therapist/patients/[patientId]/shared", "page");
  return "Sent";
});
