import { defineAutosave } from "@/lib/core/autosave";
import { saveEntry } from "@/lib/journal/commands";
import { entryInput } from "@/lib/journal/schema";

/** A page of the journal, saved by itself while it is written. */
export const PUT = defineAutosave("entry.save", entryInput, saveEntry);
