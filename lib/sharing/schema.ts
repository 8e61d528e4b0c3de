import { z } from "zod";
import { id } from "@/lib/core/fields";
import { shareable } from "@/lib/core/kinds";
import { ShareAudience } from "@/prisma/generated/enums";

/** One entry and one audience. `companionId` is sent for the audience `companion` alone. */
export const shareInput = z.object({
  subject: z.enum(shareable),
  subjectId: id(),
  audience: z.enum(ShareAudience),
  companionId: id().optional(),
});

/** One entry, whoever reads it. */
export const entryInput = shareInput.pick({ subject: true, subjectId: true });

export type EntryInput = z.output<typeof entryInput>;
export type ShareInput = z.output<typeof shareInput>;
