"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { addAction, changeAction } from "@/lib/goals/commands";
import { actionStateInput, newActionInput } from "@/lib/goals/schema";
import { addTag, linkEntries, removeTag, unlinkEntries } from "@/lib/threads/commands";
import { linkInput, tagInput, untagInput } from "@/lib/threads/schema";

export const addTagAction = defineAction(
  tagInput,
  async (actor, input) => {
    await addTag(actor, input);
    revalidatePath("/my", "layout");
    return "Added";
  },
  ["patient"],
);

export const removeTagAction = defineAction(
  untagInput,
  async (actor, input) => {
    await removeTag(actor, input);
    revalidatePath("/my", "layout");
    return "Taken off";
  },
  ["patient"],
);

export const linkAction = defineAction(
  linkInput,
  async (actor, input) => {
    await linkEntries(actor, input);
    revalidatePath("/my", "layout");
    await goTo(`/my/journal/${input.entryId}`, "The two lie side by side");
  },
  ["patient"],
);

export const unlinkAction = defineAction(
  linkInput,
  async (actor, input) => {
    await unlinkEntries(actor, input);
    revalidatePath("/my", "layout");
    return "Parted";
  },
  ["patient"],
);

export const addSmallStepAction = defineAction(
  newActionInput,
  async (actor, input) => {
    await addAction(actor, input);
    revalidatePath("/my", "layout");
    return "Added";
  },
  ["patient"],
);

export const changeSmallStepAction = defineAction(
  actionStateInput,
  async (actor, input) => {
    await changeAction(actor, input);
    revalidatePath("/my", "layout");
    return { open: "Open again", done: "Done", letGo: "Let go" }[input.state];
  },
  ["patient"],
);
