"use server";

import { revalidatePath } from "next/cache";
import { keepMemory } from "@/lib/companions/memories/commands";
import { memoryInput } from "@/lib/companions/memories/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const keepMemoryAction = defineAction("memory.keep", memoryInput, async (actor, { noteId, ...input }) => {
  await keepMemory(actor, input);
  revalidatePath("/my", "layout");
  await goTo(`/my/companions/notes/${noteId}/lines/${input.lineId}`, "Kept");
});
