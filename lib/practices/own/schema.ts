import { z } from "zod";
import { id, optionalText, text } from "@/lib/core/fields";
import { optionalLines } from "../clinic/schema";
import { family } from "../schema";

/** A practice in a patient's own words. `practiceId` and `version` are sent when one is changed. */
export const ownPracticeInput = z.object({
  practiceId: id().optional(),
  version: z.coerce.number().int().min(0).default(0),
  family,
  title: text("Give it a name", 80),
  why: optionalText(500),
  steps: optionalLines(24),
  short: optionalText(1_000),
  gentle: optionalText(1_000),
  tooMuch: optionalText(1_000),
});

export const putAwayInput = z.object({ practiceId: id(), away: z.enum(["yes", "no"]) });

export type OwnPracticeInput = z.output<typeof ownPracticeInput>;
