import { z } from "zod";
import { id, localDateTime } from "@/lib/core/fields";
import { FeltSense } from "@/prisma/generated/enums";
import { slug } from "../schema";

const felt = z.enum(FeltSense).optional().catch(undefined);
const minutes = z
  .union([z.literal("").transform(() => undefined), z.coerce.number().int().min(1).max(600)], "Use 1 to 600 minutes")
  .optional();

/** One time of practice. Everything but the practice is optional; `at` is the wall clock in the patient's zone. */
export const logInput = z.object({
  slug,
  before: felt,
  after: felt,
  minutes,
  at: z
    .union(
      [z.literal("").transform(() => undefined), localDateTime("Choose a day and a time")],
      "Choose a day and a time",
    )
    .optional(),
});

export const logIdInput = z.object({ logId: id() });

export const logWordsInput = z.object({ logId: id(), before: felt, after: felt, minutes });

export type LogWordsInput = z.output<typeof logWordsInput>;
