"use server";

import { revalidatePath } from "next/cache";
import { openDrawer } from "@/lib/companions/drawer/commands";
import { openDrawerInput } from "@/lib/companions/drawer/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const openDrawerAction = defineAction("drawer.open", openDrawerInput, async (actor, input) => {
  await openDrawer(actor, input);
  revalidatePath("/my", "layout");
  await goTo("/my/companions/drawer");
});
