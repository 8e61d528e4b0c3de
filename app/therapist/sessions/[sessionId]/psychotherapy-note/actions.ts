"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/core/action";
import { savePsychotherapyNote } from "@/lib/notes/psychotherapy/commands";
import { psychotherapyNoteInput } from "@/lib/notes/psychotherapy/schema";

export const savePsychotherapyNoteAction = defineAction(
  "psychotherapyNote.save",
  psychotherapyNoteInput,
  async (actor, input) => {
    await savePsychotherapyNote(actor, input);
    revalidatePath(`/therapist/sessions/${input.sessionId}/psychotherapy-note`);
    return "The note is saved";
  },
);
