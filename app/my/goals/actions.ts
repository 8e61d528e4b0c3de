"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { letGoOfGoal, setGoal, takeUpGoal } from "@/lib/goals/commands";
import { goalIdInput, goalInput } from "@/lib/goals/schema";

export const setGoalAction = defineAction(
  goalInput,
  async (actor, input) => {
    const id = await setGoal(actor, input);
    revalidatePath("/my", "layout");
    await goTo(`/my/goals/${id}`, "Your goal is kept.");
  },
  ["patient"],
);

export const letGoAction = defineAction(
  goalIdInput,
  async (actor, input) => {
    await letGoOfGoal(actor, input);
    revalidatePath("/my", "layout");
    await goTo("/my/goals", "You let go of it. It is kept, if you want to look back.");
  },
  ["patient"],
);

export const takeUpAction = defineAction(
  goalIdInput,
  async (actor, input) => {
    await takeUpGoal(actor, input);
    revalidatePath("/my", "layout");
    return "It is one of your goals again";
  },
  ["patient"],
);
