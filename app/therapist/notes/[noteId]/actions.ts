"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/core/action";
import { addAddendum } from "@/lib/notes/commands";
import { releaseNote, withholdNote } from "@/lib/notes/releases/commands";
import { addendumInput, releaseInput, withholdInput } from "@/lib/notes/schema";

const show = (noteId: string) => revalidatePath(`/therapist/notes/${noteId}`);

export const addAddendumAction = defineAction("note.addend", addendumInput, async (actor, input) => {
  await addAddendum(actor, input);
  show(input.noteId);
  return "The addendum is part of the note";
});

export const releaseAction = defineAction("note.release", releaseInput, async (actor, input) => {
  await releaseNote(actor, input);
  show(input.noteId);
  return "The note is released";
});

export const withholdAction = defineAction("note.withhold", withholdInput, async (actor, input) => {
  await withholdNote(actor, input);
  show(input.noteId);
  return "The note is withheld";
});
