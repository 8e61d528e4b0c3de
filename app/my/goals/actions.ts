"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { addAction, changeAction, letGoOfGoal, setGoal, takeUpGoal } from "@/lib/goals/commands";
import { actionStateInput, goalIdInput, goalInput, newActionInput } from "@/lib/goals/schema";

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

export const addSmallStepAction = defineAction(
  newActionInput,
  async (actor, input) => {
    await addAction(actor, input);
    revalidatePath("/my/goals", "layout");
    return "Added";
  },
  ["patient"],
);

export const changeSmallStepAction = defineAction(
  actionStateInput,
  async (actor, input) => {
    await changeAction(actor, input);
    revalidatePath("/my/goals", "layout");
    return { open: "Open again", done: "Done", letGo: "Let go" }[input.state];
  },
  ["patient"],
);
