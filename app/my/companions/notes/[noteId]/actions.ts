"use server";

import { revalidatePath } from "next/cache";
import { openNote } from "@/lib/companions/notes/commands";
import { chooseWhom, openLine, setAside, takeUp } from "@/lib/companions/notes/opening/commands";
import { asideInput, chooseInput, openLineInput } from "@/lib/companions/notes/opening/schema";
import { shareNote, takeBackNote } from "@/lib/companions/notes/sharing/commands";
import { shareNoteInput } from "@/lib/companions/notes/sharing/schema";
import { defineAction, goTo } from "@/lib/core/action";

const pageOf = (noteId: string) => `/my/companions/notes/${noteId}`;

export const openNoteAction = defineAction(
  "companionNote.open",
  chooseInput,
  async (actor, { how, lineId, ...input }) => {
    if (how === "later") {
      await chooseWhom(actor, input);
      return goTo("/my/companions", "It waits for you, as long as you like.");
    }
    if (how === "lines" && lineId) await openLine(actor, { ...input, lineId });
    else await openNote(actor, input);
    revalidatePath("/my", "layout");
    await goTo(pageOf(input.noteId));
  },
);

export const openLineAction = defineAction("companionLine.open", openLineInput, async (actor, input) => {
  await openLine(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`${pageOf(input.noteId)}#line-${input.lineId}`);
});

export const setAsideAction = defineAction("companionLine.setAside", asideInput, async (actor, input) => {
  await setAside(actor, input);
  revalidatePath("/my", "layout");
  await goTo(pageOf(input.noteId), "Set aside. You can take it up again at any time.");
});

export const takeUpAction = defineAction("companionLine.takeUp", asideInput, async (actor, input) => {
  await takeUp(actor, input);
  revalidatePath("/my", "layout");
  await goTo(pageOf(input.noteId), "It is back among the rest.");
});

export const shareNoteAction = defineAction("share.give", shareNoteInput, async (actor, input) => {
  await shareNote(actor, input);
  revalidatePath("/my", "layout");
  return "Shared";
});

export const takeBackNoteAction = defineAction("share.takeBack", shareNoteInput, async (actor, input) => {
  await takeBackNote(actor, input);
  revalidatePath("/my", "layout");
  return "Taken back";
});
