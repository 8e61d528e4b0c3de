"use server";

import { signIn } from "@/lib/accounts/signIns/commands";
import { findVisit, keepSignIn } from "@/lib/accounts/signIns/gateway";
import { signInInput } from "@/lib/accounts/signIns/schema";
import { defineOpenAction, goTo } from "@/lib/core/action";
import { homeOf } from "@/lib/core/actor";

export const signInAction = defineOpenAction(signInInput, async (input) => {
  const { handle, role } = await signIn(input, await findVisit());
  await keepSignIn(handle, input.email);
  await goTo(homeOf[role]);
});
