"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/core/action";
import { keepQuote, removeQuote, rewordQuote, shareQuote, unshareQuote } from "@/lib/quotes/commands";
import { newQuoteInput, quoteIdInput, quoteInput } from "@/lib/quotes/schema";

const refresh = () => revalidatePath("/therapist/sessions/[sessionId]", "page");

export const keepQuoteAction = defineAction(
  newQuoteInput,
  async (actor, input) => {
    await keepQuote(actor, input);
    refresh();
    return "Kept";
  },
  ["therapist"],
);

export const rewordQuoteAction = defineAction(
  quoteInput,
  async (actor, input) => {
    await rewordQuote(actor, input);
    refresh();
    return "Kept";
  },
  ["therapist"],
);

export const removeQuoteAction = defineAction(
  quoteIdInput,
  async (actor, input) => {
    await removeQuote(actor, input);
    refresh();
    return "Removed";
  },
  ["therapist"],
);

export const shareQuoteAction = defineAction(
  quoteIdInput,
  async (actor, input) => {
    await shareQuote(actor, input);
    refresh();
    return "Shared";
  },
  ["therapist"],
);

export const unshareQuoteAction = defineAction(
  quoteIdInput,
  async (actor, input) => {
    await unshareQuote(actor, input);
    refresh();
    return "Taken back";
  },
  ["therapist"],
);
