"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { addInWords, bringMediaBack, describeMedia, putMediaAway } from "@/lib/making/commands";
import { describeInput, inWordsInput, mediaIdInput } from "@/lib/making/schema";

export const describeMediaAction = defineAction("media.describe", describeInput, async (actor, input) => {
  await describeMedia(actor, input);
  revalidatePath("/my/making", "layout");
  return "Kept";
});

export const putMediaAwayAction = defineAction("media.putAway", mediaIdInput, async (actor, input) => {
  await putMediaAway(actor, input);
  revalidatePath("/my", "layout");
  await goTo("/my/making", "Put away. You can bring it back at any time.");
});

export const bringMediaBackAction = defineAction("media.bringBack", mediaIdInput, async (actor, input) => {
  await bringMediaBack(actor, input);
  revalidatePath("/my", "layout");
  return "It is back";
});

export const keepInWordsAction = defineAction("media.add", inWordsInput, async (actor, input) => {
  const id = await addInWords(actor, input);
  revalidatePath("/my/making", "layout");
  await goTo(`/my/making/${id}`, "Kept");
});
