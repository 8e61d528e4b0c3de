import { z } from "zod";
import { id, optionalText } from "@/lib/core/fields";

/** What the patient remembers beside a line; without words it is taken away. Version 0: there was none yet. */
export const memoryInput = z.object({
  noteId: id(),
  lineId: id(),
  version: z.coerce.number().int().min(0),
  text: optionalText(4_000),
});
export type MemoryInput = Omit<z.output<typeof memoryInput>, "noteId">;
