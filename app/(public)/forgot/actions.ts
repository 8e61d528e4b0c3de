"use server";

import { setTimeout } from "node:timers/promises";
import { askForReset } from "@/lib/accounts/passwords/commands";
import { resetRequestInput } from "@/lib/accounts/passwords/schema";
import { findVisit } from "@/lib/accounts/signIns/gateway";
import { defineOpenAction } from "@/lib/core/action";

const leastMilliseconds = 500;

export const askForResetAction = defineOpenAction(resetRequestInput, async ({ email }) => {
  const visit = await findVisit();
  // Writing a letter takes time, and that time would tell who has an account.
  await Promise.all([askForReset(email, visit), setTimeout(leastMilliseconds)]);
  return "If this address has an account, a letter with a link is on its way. The link works for 30 minutes.";
});
