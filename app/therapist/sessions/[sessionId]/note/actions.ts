"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { saveDraft } from "@/lib/notes/commands";
import { noteForm } from "@/lib/notes/schema";

export const saveNoteAction = defineAction("note.draft", noteForm, async (actor, { intent, ...input }) => {
  await saveDraft(actor, input);
  const here = `/therapist/sessions/${input.sessionId}/note`;
  if (intent === "review") await goTo(`${here}/sign`);
  revalidatePath(here);
  return "The draft is saved";
});
