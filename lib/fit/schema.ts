import { z } from "zod";
import { checkbox, optionalText } from "@/lib/core/fields";
import { Look, Pacing, TextSize } from "@/prisma/generated/enums";

const mostWords = 12;

/** One on each line; what comes twice is kept once. */
const lines = optionalText(1_000)
  .transform((typed) => [
    ...new Set(
      typed
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ])
  .refine((words) => words.length <= mostWords, `Keep ${mostWords} or fewer`)
  .refine((words) => words.every((word) => word.length <= 60), "Use 60 characters or fewer on each line");

/** How the portal fits one patient. `version` 0 is a fit that was never changed. */
export const fitInput = z.object({
  version: z.coerce.number().int().min(0).default(0),
  textSize: z.enum(TextSize, "Choose a size").default("normal"),
  look: z.enum(Look, "Choose a look").default("warm"),
  pacing: z.enum(Pacing, "Choose a pace").default("none"),
  shortPrompts: checkbox,
  fewerChoices: checkbox,
  timers: checkbox,
  ancestralPrompts: checkbox,
  sharesCheckIns: checkbox,
  relationshipWords: lines,
});

export type FitInput = z.output<typeof fitInput>;
