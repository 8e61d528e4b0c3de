import { z } from "zod";
import { id, text } from "@/lib/core/fields";
import { ThreadKind } from "@/prisma/generated/enums";

export const tagInput = z.object({
  entryId: id(),
  kind: z.enum(ThreadKind, "Choose what it is"),
  name: text("Write a name for it", 60),
});

export const untagInput = z.object({ entryId: id(), threadId: id() });

export const linkInput = z.object({ entryId: id(), otherId: id("Choose a page") });

export type TagInput = z.output<typeof tagInput>;
