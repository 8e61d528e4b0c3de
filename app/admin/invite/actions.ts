"use server";

import { invitePerson } from "@/lib/accounts/newcomers/commands";
import { inviteInput } from "@/lib/accounts/newcomers/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const inviteAction = defineAction("account.invite", inviteInput, async (actor, input) => {
  await invitePerson(actor, input);
  await goTo("/admin", "The invitation is on its way. Its link holds for seven days.");
});
