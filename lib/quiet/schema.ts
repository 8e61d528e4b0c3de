import { z } from "zod";
import { id, optionalText } from "@/lib/core/fields";
import { type Colour, isColour } from "@/lib/journal/rules";

/** A fragment as a device sends it, as often as it takes. `at` is when it was left. */
export const fragmentInput = z.object({
  id: id(),
  text: optionalText(1_000),
  colour: z
    .string()
    .default("")
    .transform((colour): Colour | "" => (isColour(colour) ? colour : "")),
  at: z.iso.datetime().transform((at) => new Date(at)),
});

/** Leaving needs no words. */
export const leaveInput = z.object({});
