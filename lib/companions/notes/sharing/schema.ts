import { z } from "zod";
import { checkbox, id, list } from "@/lib/core/fields";

/** The note itself, and with it the lines that are open. */
export const shareNoteInput = z.object({ noteId: id(), withLines: checkbox });
export type ShareNoteInput = z.output<typeof shareNoteInput>;

/** The lines that the care team may read from now on, and no others of this note. */
export const chooseLinesInput = z.object({ noteId: id(), lineIds: list(id()) });
export type ChooseLinesInput = z.output<typeof chooseLinesInput>;

export const everyLineInput = z.object({ noteId: id() });
