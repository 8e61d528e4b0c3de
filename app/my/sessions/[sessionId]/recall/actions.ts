"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/core/action";
import { arrange, layByClock, tieToThread } from "@/lib/recall/commands";
import type { Change } from "@/lib/recall/rules";
import { arrangeInput, sessionIdInput, tieInput } from "@/lib/recall/schema";

const said: Record<Change, string> = {
  bring: "It is among what you bring",
  leave: "It stays here",
  beside: "It lies beside your intention",
  apart: "It no longer lies beside your intention",
  aside: "Set aside",
  back: "It is back",
  up: "Moved up",
  down: "Moved down",
};

const refresh = () => revalidatePath("/my/sessions/[sessionId]/recall", "page");

export const arrangeAction = defineAction("recall.arrange", arrangeInput, async (actor, input) => {
  await arrange(actor, input);
  refresh();
  return said[input.change];
});

export const layByClockAction = defineAction("recall.arrange", sessionIdInput, async (actor, input) => {
  await layByClock(actor, input);
  refresh();
  return "By the clock again";
});

export const tieAction = defineAction("recall.arrange", tieInput, async (actor, input) => {
  await tieToThread(actor, input);
  refresh();
  return input.threadId ? "Tied to this thread" : "Tied to no thread";
});
