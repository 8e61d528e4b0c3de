"use server";

import { revalidatePath } from "next/cache";
import { chooseLines, shareEveryLine, takeBackEveryLine } from "@/lib/companions/notes/sharing/commands";
import { chooseLinesInput, everyLineInput } from "@/lib/companions/notes/sharing/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const chooseLinesAction = defineAction("share.give", chooseLinesInput, async (actor, input) => {
  await chooseLines(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/companions/notes/${input.noteId}/share`, "Your choice is kept.");
});

export const shareEveryLineAction = defineAction("share.give", everyLineInput, async (actor, input) => {
  await shareEveryLine(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/companions/notes/${input.noteId}/share`, "Shared");
});

export const takeBackEveryLineAction = defineAction("share.takeBack", everyLineInput, async (actor, input) => {
  await takeBackEveryLine(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/companions/notes/${input.noteId}/share`, "Taken back");
});
