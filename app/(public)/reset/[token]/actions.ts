"use server";

import { resetPassword } from "@/lib/accounts/passwords/commands";
import { resetInput } from "@/lib/accounts/passwords/schema";
import { findVisit, knowDevice } from "@/lib/accounts/signIns/gateway";
import { defineOpenAction, goTo } from "@/lib/core/action";

export const resetPasswordAction = defineOpenAction(resetInput, async ({ token, newPassword }) => {
  const email = await resetPassword(token, newPassword, (await findVisit()).address);
  await knowDevice(email);
  await goTo("/sign-in", "Your new password is kept. Sign in with it.");
});
