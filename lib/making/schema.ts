import { z } from "zod";
import { id, optionalText, text, version } from "@/lib/core/fields";
import { MediaSource } from "@/prisma/generated/enums";

/** What comes with the bytes of an upload. `id` is chosen by the sender, so that sending twice keeps one. */
export const uploadInput = z.object({
  source: z.enum(MediaSource).default("upload"),
  id: id().optional(),
  entryId: id().optional(),
});

export const describeInput = z.object({
  mediaId: id(),
  version,
  caption: optionalText(2_000),
  alt: optionalText(1_000),
});

/** `thumb` is the small picture. */
export const bytesInput = z.object({ mediaId: id(), size: z.enum(["thumb", "full"]).catch("full").default("full") });

export const mediaIdInput = z.object({ mediaId: id() });

/** A picture kept in words. */
export const inWordsInput = z.object({ words: text("Write what you see", 2_000) });

export type UploadInput = z.output<typeof uploadInput>;
export type DescribeInput = z.output<typeof describeInput>;
