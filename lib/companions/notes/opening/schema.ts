import { z } from "zod";
import { id } from "@/lib/core/fields";
import { type OpenInput, openInput, openWith } from "../schema";

/** How the patient goes about it: all at once, one line at a time, or another day. */
export const chooseInput = openInput.extend({
  how: z.enum(["whole", "lines", "later"]).default("whole"),
  /** The line that is the first to be opened. */
  lineId: id().optional(),
});

export const openLineInput = z.object({ noteId: id(), lineId: id(), openWith });
export type OpenLineInput = OpenInput & { lineId: string };

/** A line, or the whole note where there is no `lineId`. */
export const asideInput = z.object({ noteId: id(), lineId: id().optional() });
export type AsideInput = z.output<typeof asideInput>;
