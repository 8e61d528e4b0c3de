"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { fromLocal } from "@/lib/core/clock";
import { choosePractice } from "@/lib/practices/commands";
import { logPractice, rewordLog, unlogPractice } from "@/lib/practices/log/commands";
import { logIdInput, logInput, logWordsInput } from "@/lib/practices/log/schema";
import { choiceInput } from "@/lib/practices/schema";

export const chooseAction = defineAction("practice.choose", choiceInput, async (actor, input) => {
  await choosePractice(actor, input);
  revalidatePath("/my", "layout");
  return {
    favourite: "Kept near",
    notFavourite: "No longer kept near",
    hide: "Out of sight. It is in its family's list, if you want it back.",
    show: "In sight again",
  }[input.choice];
});

export const logAction = defineAction("practice.log", logInput, async (actor, { at, ...input }) => {
  await logPractice(actor, { ...input, at: at ? fromLocal(at, actor.timeZone) : undefined });
  revalidatePath("/my", "layout");
  return "Noted";
});

export const rewordLogAction = defineAction("practice.log", logWordsInput, async (actor, input) => {
  await rewordLog(actor, input);
  revalidatePath("/my", "layout");
  return "Noted";
});

export const unlogAction = defineAction("practice.unlog", logIdInput, async (actor, input) => {
  await unlogPractice(actor, input);
  revalidatePath("/my", "layout");
  return "Taken out";
});

export const unlogAndLeaveAction = defineAction("practice.unlog", logIdInput, async (actor, input) => {
  await unlogPractice(actor, input);
  revalidatePath("/my", "layout");
  await goTo("/my/practices/log", "Taken out");
});
