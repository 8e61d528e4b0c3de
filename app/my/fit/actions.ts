"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/core/action";
import { changeFit } from "@/lib/fit/commands";
import { fitInput } from "@/lib/fit/schema";

export const changeFitAction = defineAction("fit.change", fitInput, async (actor, input) => {
  await changeFit(actor, input);
  revalidatePath("/my", "layout");
  return "The portal fits you now";
});
