"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { addAction, changeAction } from "@/lib/goals/commands";
import { actionStateInput, newActionInput } from "@/lib/goals/schema";
import { addTag, linkEntries, removeTag, unlinkEntries } from "@/lib/threads/commands";
import { linkInput, tagInput, untagInput } from "@/lib/threads/schema";

export const addTagAction = defineAction("thread.tag", tagInput, async (actor, input) => {
  await addTag(actor, input);
  revalidatePath("/my", "layout");
  return "Added";
});

export const removeTagAction = defineAction("thread.tag", untagInput, async (actor, input) => {
  await removeTag(actor, input);
  revalidatePath("/my", "layout");
  return "Taken off";
});

export const linkAction = defineAction("entry.link", linkInput, async (actor, input) => {
  await linkEntries(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/journal/${input.entryId}`, "The two lie side by side");
});

export const unlinkAction = defineAction("entry.link", linkInput, async (actor, input) => {
  await unlinkEntries(actor, input);
  revalidatePath("/my", "layout");
  return "Parted";
});

export const addSmallStepAction = defineAction("goalAction.add", newActionInput, async (actor, input) => {
  await addAction(actor, input);
  revalidatePath("/my", "layout");
  return "Added";
});

export const changeSmallStepAction = defineAction("goalAction.change", actionStateInput, async (actor, input) => {
  await changeAction(actor, input);
  revalidatePath("/my", "layout");
  return { open: "Open again", done: "Done", letGo: "Let go" }[input.state];
});
