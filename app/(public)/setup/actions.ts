"use server";

import { setUpClinic, setUpDemonstration } from "@/lib/accounts/setup/commands";
import { demonstrationInput, setupInput } from "@/lib/accounts/setup/schema";
import { findVisit, keepDemonstrationPassword, keepSignIn } from "@/lib/accounts/signIns/gateway";
import { defineOpenAction, goTo } from "@/lib/core/action";

export const setUpClinicAction = defineOpenAction(setupInput, async (input) => {
  const handle = await setUpClinic(input, await findVisit());
  await keepSignIn(handle, input.email);
  await goTo("/admin", "Your clinic is set up. Invite your first colleagues and patients.");
});

export const setUpDemonstrationAction = defineOpenAction(demonstrationInput, async ({ code }) => {
  await keepDemonstrationPassword(await setUpDemonstration(code, await findVisit()));
  await goTo("/sign-in");
});
