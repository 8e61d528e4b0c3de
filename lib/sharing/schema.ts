import { z } from "zod";
import { id } from "@/lib/core/fields";
import { ShareAudience, ShareSubject } from "@/prisma/generated/enums";

/** One entry and one audience. `companionId` is sent for the audience `companion` alone. */
export const shareInput = z.object({
  subject: z.enum(ShareSubject),
  subjectId: id(),
  audience: z.enum(ShareAudience),
  companionId: id().optional(),
});

export type ShareInput = z.output<typeof shareInput>;
