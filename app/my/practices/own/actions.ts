"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { putAwayOwnPractice, writeOwnPractice } from "@/lib/practices/own/commands";
import { ownPracticeInput, putAwayInput } from "@/lib/practices/own/schema";

export const writeOwnAction = defineAction("practice.write", ownPracticeInput, async (actor, input) => {
  const id = await writeOwnPractice(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/practices/${id}`, "Kept");
});

export const putAwayAction = defineAction("practice.write", putAwayInput, async (actor, input) => {
  await putAwayOwnPractice(actor, input);
  revalidatePath("/my", "layout");
  const away = input.away === "yes";
  await goTo("/my/practices/own", away ? "Put away. It is kept, if you want it back." : "Back in your garden");
});
