"use server";

import { acceptAsKnown, acceptAsNew } from "@/lib/accounts/invitations/acceptance/commands";
import { acceptKnownInput, acceptNewInput } from "@/lib/accounts/invitations/schema";
import { findVisit, keepSignIn } from "@/lib/accounts/signIns/gateway";
import { defineOpenAction, goTo } from "@/lib/core/action";
import { homeOf } from "@/lib/core/actor";

export const acceptAsNewAction = defineOpenAction(acceptNewInput, async (input) => {
  const { handle, role, email } = await acceptAsNew(input, await findVisit());
  await keepSignIn(handle, email);
  await goTo(homeOf[role], "Welcome. Your account is ready.");
});

export const acceptAsKnownAction = defineOpenAction(acceptKnownInput, async (input) => {
  const { handle, role, email } = await acceptAsKnown(input, await findVisit());
  await keepSignIn(handle, email);
  await goTo(homeOf[role], "Welcome. This is now part of your account.");
});
