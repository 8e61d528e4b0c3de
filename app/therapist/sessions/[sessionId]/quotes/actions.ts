"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/core/action";
import { keepQuote, removeQuote, rewordQuote, shareQuote, unshareQuote } from "@/lib/quotes/commands";
import { newQuoteInput, quoteIdInput, quoteInput } from "@/lib/quotes/schema";

const refresh = () => revalidatePath("/therapist/sessions/[sessionId]", "page");

export const keepQuoteAction = defineAction("quote.keep", newQuoteInput, async (actor, input) => {
  await keepQuote(actor, input);
  refresh();
  return "Kept";
});

export const rewordQuoteAction = defineAction("quote.keep", quoteInput, async (actor, input) => {
  await rewordQuote(actor, input);
  refresh();
  return "Kept";
});

export const removeQuoteAction = defineAction("quote.keep", quoteIdInput, async (actor, input) => {
  await removeQuote(actor, input);
  refresh();
  return "Removed";
});

export const shareQuoteAction = defineAction("quote.share", quoteIdInput, async (actor, input) => {
  await shareQuote(actor, input);
  refresh();
  return "Shared";
});

export const unshareQuoteAction = defineAction("quote.share", quoteIdInput, async (actor, input) => {
  await unshareQuote(actor, input);
  refresh();
  return "Taken back";
});
