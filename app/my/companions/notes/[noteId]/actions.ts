"use server";

import { openNote } from "@/lib/companions/notes/commands";
import { openInput } from "@/lib/companions/notes/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const openNoteAction = defineAction(
  openInput,
  async (actor, input) => {
    await openNote(actor, input);
    await goTo(`/my/companions/notes/${input.noteId}`);
  },
  ["patient"],
);
