"use server";

import { saveNote } from "@/lib/companions/notes/commands";
import { noteInput } from "@/lib/companions/notes/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const saveNoteAction = defineAction("companionNote.save", noteInput, async (actor, input) => {
  await saveNote(actor, input);
  const here = `/companion/sessions/${input.sessionId}`;
  if (input.intent === "handOver") await goTo(`${here}/hand-over`);
  await goTo(input.intent === "line" ? `${here}/note#lines` : `${here}/note`, "Saved");
});
