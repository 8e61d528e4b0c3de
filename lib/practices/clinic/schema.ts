import { z } from "zod";
import { list, optionalText, text } from "@/lib/core/fields";
import { NervousState } from "@/prisma/generated/enums";
import { family, slug } from "../schema";

/** Lines of text as steps; empty lines are left out. */
const lines = (ask: string, max: number) =>
  text(ask, 4_000).transform((value, context) => {
    const steps = value.split("\n").flatMap((line) => line.trim() || []);
    if (steps.length > max) context.addIssue({ code: "custom", message: `Use ${max} steps or fewer` });
    return steps;
  });

/** A practice in the clinic's words. Without `slug` it is a new one; `version` 0 is one the clinic has said nothing about. */
export const clinicPracticeInput = z.object({
  slug: slug.optional(),
  version: z.coerce.number().int().min(0).default(0),
  family,
  title: text("Name the practice", 80),
  why: text("Say why it may do good", 500),
  steps: lines("Write the steps, one on each line", 24),
  short: text("Write the version for five minutes", 1_000),
  longer: text("Write the longer version", 1_000),
  gentle: text("Write the gentle variant", 1_000),
  tooMuch: text("Say what to do if it stirs too much", 1_000),
  tool: z.enum(["pacer", "timer", "bodyScan"]).optional().catch(undefined),
  helps: list(z.enum(NervousState)),
});

export const clinicSlugInput = z.object({ slug, version: z.coerce.number().int().min(0).default(0) });
export const clinicHideInput = z.object({ slug, hidden: z.enum(["yes", "no"]) });

/** Lines that may be none. */
export const optionalLines = (max: number) =>
  optionalText(4_000).transform((value) =>
    value
      .split("\n")
      .flatMap((line) => line.trim() || [])
      .slice(0, max),
  );

export type ClinicPracticeInput = z.output<typeof clinicPracticeInput>;
