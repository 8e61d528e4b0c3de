"use server";

import { handOverNote } from "@/lib/companions/notes/commands";
import { handOverInput } from "@/lib/companions/notes/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const handOverAction = defineAction("companionNote.handOver", handOverInput, async (actor, input) => {
  await handOverNote(actor, input);
  await goTo(`/companion/sessions/${input.sessionId}`, "Your note is handed over");
});
