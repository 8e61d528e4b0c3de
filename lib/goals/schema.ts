import { z } from "zod";
import { id, optionalText, text } from "@/lib/core/fields";
import { GoalActionState } from "@/prisma/generated/enums";

/** A goal's words. `goalId` and `version` are sent when one is changed. */
export const goalInput = z.object({
  goalId: id().optional(),
  version: z.coerce.number().int().min(0).default(0),
  from: text("Write what troubles you most now", 500),
  to: text("Write what should take its place", 500),
  success: optionalText(1_000),
});

export const goalIdInput = z.object({ goalId: id() });

export const newActionInput = z.object({ goalId: id(), text: text("Write one small thing to do", 200) });

export const actionStateInput = z.object({ actionId: id(), state: z.enum(GoalActionState) });

export type GoalInput = z.output<typeof goalInput>;
