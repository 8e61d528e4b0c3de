"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { addInWords, bringMediaBack, describeMedia, putMediaAway } from "@/lib/making/commands";
import { describeInput, inWordsInput, mediaIdInput } from "@/lib/making/schema";

export const describeMediaAction = defineAction(
  describeInput,
  async (actor, input) => {
    await describeMedia(actor, input);
    revalidatePath("/my/making", "layout");
    return "Kept";
  },
  ["patient"],
);

export const putMediaAwayAction = defineAction(
  mediaIdInput,
  async (actor, input) => {
    await putMediaAway(actor, input);
    revalidatePath("/my", "layout");
    await goTo("/my/making", "Put away. You can bring it back at any time.");
  },
  ["patient"],
);

export const bringMediaBackAction = defineAction(
  mediaIdInput,
  async (actor, input) => {
    await bringMediaBack(actor, input);
    revalidatePath("/my", "layout");
    return "It is back";
  },
  ["patient"],
);

export const keepInWordsAction = defineAction(
  inWordsInput,
  async (actor, input) => {
    const id = await addInWords(actor, input);
    revalidatePath("/my/making", "layout");
    await goTo(`/my/making/${id}`, "Kept");
  },
  ["patient"],
);
