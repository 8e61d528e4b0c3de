"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { letGoOfGoal, setGoal, takeUpGoal } from "@/lib/goals/commands";
import { goalIdInput, goalInput } from "@/lib/goals/schema";

export const setGoalAction = defineAction("goal.set", goalInput, async (actor, input) => {
  const id = await setGoal(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/goals/${id}`, "Your goal is kept.");
});

export const letGoAction = defineAction("goal.letGo", goalIdInput, async (actor, input) => {
  await letGoOfGoal(actor, input);
  revalidatePath("/my", "layout");
  await goTo("/my/goals", "You let go of it. It is kept, if you want to look back.");
});

export const takeUpAction = defineAction("goal.takeUp", goalIdInput, async (actor, input) => {
  await takeUpGoal(actor, input);
  revalidatePath("/my", "layout");
  return "It is one of your goals again";
});
