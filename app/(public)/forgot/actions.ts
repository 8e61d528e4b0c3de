"use server";

import { askForReset } from "@/lib/accounts/passwords/commands";
import { resetRequestInput } from "@/lib/accounts/passwords/schema";
import { findVisit } from "@/lib/accounts/signIns/gateway";
import { defineOpenAction } from "@/lib/core/action";

export const askForResetAction = defineOpenAction(resetRequestInput, async ({ email }) => {
  await askForReset(email, (await findVisit()).address);
  return "If this address has an account, a letter with a link is on its way. The link works for 30 minutes.";
});
