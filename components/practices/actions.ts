"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/core/action";
import { addToPlan, changeRhythm, letGoOfPractice } from "@/lib/practices/plan/commands";
import { addToPlanInput, letGoInput, rhythmInput } from "@/lib/practices/plan/schema";

export const addToPlanAction = defineAction("plan.change", addToPlanInput, async (actor, input) => {
  await addToPlan(actor, input);
  revalidatePath("/", "layout");
  return "Added";
});

export const changeRhythmAction = defineAction("plan.change", rhythmInput, async (actor, input) => {
  await changeRhythm(actor, input);
  revalidatePath("/", "layout");
  return "Kept";
});

export const letGoOfPracticeAction = defineAction("plan.change", letGoInput, async (actor, input) => {
  await letGoOfPractice(actor, input);
  revalidatePath("/", "layout");
  return "Let go. It is kept below, to look back on.";
});
