import { defineAutosave } from "@/lib/core/autosave";
import { saveDraft } from "@/lib/notes/commands";
import { draftInput } from "@/lib/notes/schema";

export const PUT = defineAutosave("note.draft", draftInput, saveDraft);
