import { z } from "zod";
import { searched } from "@/lib/core/pages";
import { NervousState, PracticeFamily } from "@/prisma/generated/enums";

/** What names a practice everywhere: the portal's slug, the clinic's, or the id of a patient's own. */
export const slug = z.string("Choose a practice").regex(/^[a-z0-9-]{1,80}$/i, "Choose a practice");

export const family = z.enum(PracticeFamily, "Choose a family");

/** A practice's words as they are stored as JSON. What an own practice leaves out is empty. */
export const practiceWords = z.object({
  title: z.string().min(1),
  why: z.string().default(""),
  steps: z.array(z.string()).default([]),
  short: z.string().default(""),
  longer: z.string().default(""),
  gentle: z.string().default(""),
  tooMuch: z.string().default(""),
  tool: z.enum(["pacer", "timer", "bodyScan"]).optional().catch(undefined),
  helps: z.array(z.enum(NervousState)).optional().catch(undefined),
});

export const choices = ["favourite", "notFavourite", "hide", "show"] as const;
export const choiceInput = z.object({ slug, choice: z.enum(choices) });

export type PracticeWords = z.output<typeof practiceWords>;
export type ChoiceInput = z.output<typeof choiceInput>;

/** What an address asks of the garden; what it does not know is left out. */
export const gardenSearch = z.object({
  q: searched,
  state: z.enum(NervousState).optional().catch(undefined),
  family: z.enum(PracticeFamily).optional().catch(undefined),
});

export type GardenSearch = z.output<typeof gardenSearch>;
