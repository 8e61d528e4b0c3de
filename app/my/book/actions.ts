"use server";

import { revalidatePath } from "next/cache";
import { askForBook } from "@/lib/book/commands";
import { askInput } from "@/lib/book/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const askForBookAction = defineAction("book.ask", askInput, async (actor) => {
  await askForBook(actor);
  revalidatePath("/my/book");
  await goTo("/my/book", "Your book is being bound. Stay signed in until it is ready.");
});
