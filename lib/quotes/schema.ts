import { z } from "zod";
import { id, text } from "@/lib/core/fields";

const said = {
  time: z
    .string()
    .default("")
    .transform((time) => time.slice(0, 5))
    .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^$/, "Enter the time, like 14:05")),
  text: text("Write what was said", 1_000),
};

/** `time` is on the clinic's clock; empty means now. */
export const newQuoteInput = z.object({ sessionId: id(), ...said });
export const quoteInput = z.object({ quoteId: id(), ...said });
export const quoteIdInput = z.object({ quoteId: id() });

export type NewQuote = z.output<typeof newQuoteInput>;
export type QuoteInput = z.output<typeof quoteInput>;
