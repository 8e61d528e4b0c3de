import { z } from "zod";
import { id } from "@/lib/core/fields";
import { ShareAudience } from "@/prisma/generated/enums";
import { shareSubjects } from "./rules";

/** One entry and one audience. `companionId` is sent for the audience `companion` alone. */
export const shareInput = z.object({
  subject: z.enum(shareSubjects),
  subjectId: id(),
  audience: z.enum(ShareAudience),
  companionId: id().optional(),
});

/** One entry, whoever reads it. */
export const entryInput = shareInput.pick({ subject: true, subjectId: true });

export type EntryInput = z.output<typeof entryInput>;
export type ShareInput = z.output<typeof shareInput>;
