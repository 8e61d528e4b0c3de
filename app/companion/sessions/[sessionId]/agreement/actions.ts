"use server";

import { confirmAgreement, saveAgreement } from "@/lib/companions/agreements/commands";
import { agreementInput, confirmHereInput } from "@/lib/companions/agreements/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const saveAgreementAction = defineAction("agreement.save", agreementInput, async (actor, input) => {
  await saveAgreement(actor, input);
  await goTo(pathOf(input), "Kept. Read it through, and say yes to it.");
});

export const confirmAgreementAction = defineAction("agreement.confirm", confirmHereInput, async (actor, input) => {
  await confirmAgreement(actor, input);
  await goTo(pathOf(input), "You have said yes to this version");
});

const pathOf = ({ sessionId }: { sessionId: string }) => `/companion/sessions/${sessionId}/agreement`;
