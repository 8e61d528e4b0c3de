"use server";

import { defineAction, goTo } from "@/lib/core/action";
import { signNote } from "@/lib/notes/commands";
import { signInput } from "@/lib/notes/schema";

export const signNoteAction = defineAction("note.sign", signInput, async (actor, input) => {
  const noteId = await signNote(actor, input);
  await goTo(`/therapist/notes/${noteId}`, "The note is signed");
});
