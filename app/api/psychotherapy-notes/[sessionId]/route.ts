import { defineAutosave } from "@/lib/core/autosave";
import { savePsychotherapyNote } from "@/lib/notes/psychotherapy/commands";
import { psychotherapyNoteInput } from "@/lib/notes/psychotherapy/schema";

export const PUT = defineAutosave("psychotherapyNote.save", psychotherapyNoteInput, savePsychotherapyNote);
