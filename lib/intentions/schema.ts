import { z } from "zod";
import { checkbox, id, text } from "@/lib/core/fields";

/** The words for one session. `version` is that of the wording they replace, 0 for the first. */
export const intentionInput = z.object({
  sessionId: id(),
  text: text("Write your intention, in your own words", 300),
  version: z.coerce.number().int().min(0).default(0),
  forCareTeam: checkbox,
});

export type IntentionInput = z.output<typeof intentionInput>;
