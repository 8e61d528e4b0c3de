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

const idOrNone = z.union([z.literal("").transform(() => undefined), id()]).optional();

/** A small thing to do: towards a goal, grown from a page of the journal, or both. */
export const newActionInput = z
  .object({ goalId: idOrNone, entryId: idOrNone, text: text("Write one small thing to do", 200) })
  .refine(({ goalId, entryId }) => goalId || entryId, { error: "Choose a goal for it", path: ["goalId"] });

export const actionStateInput = z.object({ actionId: id(), state: z.enum(GoalActionState) });

export type GoalInput = z.output<typeof goalInput>;
export type NewAction = z.output<typeof newActionInput>;
