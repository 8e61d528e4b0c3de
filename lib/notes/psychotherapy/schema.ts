import { z } from "zod";
import { id, optionalText } from "@/lib/core/fields";
import { baseVersion } from "../schema";

export const psychotherapyNoteInput = z.object({ sessionId: id(), version: baseVersion, text: optionalText(40_000) });

export type PsychotherapyNoteInput = z.output<typeof psychotherapyNoteInput>;
