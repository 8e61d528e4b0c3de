"use server";

import { revalidatePath } from "next/cache";
import { resendInvitation, revokeInvitation } from "@/lib/accounts/invitations/commands";
import { invitationInput } from "@/lib/accounts/people/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const resendAction = defineAction("invitation.resend", invitationInput, async (actor, { invitationId }) => {
  await resendInvitation(actor, invitationId);
  revalidatePath("/admin", "layout");
  return "Sent again";
});

export const revokeAction = defineAction("invitation.revoke", invitationInput, async (actor, { invitationId }) => {
  await revokeInvitation(actor, invitationId);
  await goTo("/admin", "The invitation is taken back. Its link no longer works.");
});
