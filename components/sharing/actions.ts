"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/core/action";
import { share, takeBack, takeBackFromAll } from "@/lib/sharing/commands";
import { entryInput, shareInput } from "@/lib/sharing/schema";

export const shareAction = defineAction("share.give", shareInput, async (actor, input) => {
  await share(actor, input);
  revalidatePath("/my", "layout");
  return "Shared";
});

export const takeBackAction = defineAction("share.takeBack", shareInput, async (actor, input) => {
  await takeBack(actor, input);
  revalidatePath("/my", "layout");
  return "Taken back";
});

export const takeBackFromAllAction = defineAction("share.takeBack", entryInput, async (actor, input) => {
  await takeBackFromAll(actor, input);
  revalidatePath("/my", "layout");
  return "Taken back";
});
