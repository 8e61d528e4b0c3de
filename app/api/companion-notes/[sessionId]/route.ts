import { saveNote } from "@/lib/companions/notes/commands";
import { noteInput } from "@/lib/companions/notes/schema";
import { defineAutosave } from "@/lib/core/autosave";
import { now } from "@/lib/core/clock";

/** The companion's note, saved by itself while it is written. */
export const PUT = defineAutosave("companionNote.save", noteInput, async (actor, input) => {
  await saveNote(actor, input);
  return { version: input.version + 1, savedAt: now() };
});
