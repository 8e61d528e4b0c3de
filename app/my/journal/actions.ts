"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { bringBack, bringBackVersion, putAway, saveEntry, sealLetter } from "@/lib/journal/commands";
import { entryIdInput, entryInput, sealInput, versionInput } from "@/lib/journal/schema";

export const saveEntryAction = defineAction("entry.save", entryInput, async (actor, input) => {
  const { version } = await saveEntry(actor, input);
  revalidatePath("/my", "layout");
  if (version === 0) await goTo("/my/journal");
  await goTo(`/my/journal/${input.entryId}`, "Kept");
});

export const putAwayAction = defineAction("entry.putAway", entryIdInput, async (actor, input) => {
  await putAway(actor, input);
  revalidatePath("/my", "layout");
  await goTo("/my/journal", "Put away. You can bring it back at any time.");
});

export const bringBackAction = defineAction("entry.bringBack", entryIdInput, async (actor, input) => {
  await bringBack(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/journal/${input.entryId}`, "It is back in its place");
});

export const bringBackVersionAction = defineAction("entry.save", versionInput, async (actor, input) => {
  await bringBackVersion(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/journal/${input.entryId}`, "These words are the newest now. What stood here is kept too.");
});

export const sealLetterAction = defineAction("letter.seal", sealInput, async (actor, input) => {
  await sealLetter(actor, input);
  revalidatePath("/my", "layout");
  await goTo("/my/journal", "Sealed until its day");
});
