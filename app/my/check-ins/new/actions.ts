"use server";

import { revalidatePath } from "next/cache";
import { keepCheckIn } from "@/lib/checkIns/commands";
import { nothingToKeep } from "@/lib/checkIns/rules";
import { checkInInput } from "@/lib/checkIns/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const keepCheckInAction = defineAction("checkIn.keep", checkInInput, async (actor, input) => {
  const nothing = nothingToKeep(input);
  if (nothing) return nothing;
  await keepCheckIn(actor, input);
  revalidatePath("/my", "layout");
  return goTo("/my/check-ins", "It is kept.");
});
