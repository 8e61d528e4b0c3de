"use server";

import { changePassword } from "@/lib/accounts/passwords/commands";
import { passwordChangeInput } from "@/lib/accounts/passwords/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const changePasswordAction = defineAction("everybody", passwordChangeInput, async (actor, input) => {
  await changePassword(actor, input);
  await goTo("/account", "Your new password is kept. Everywhere else you are signed out.");
});
