"use server";

import { revalidatePath } from "next/cache";
import { resendInvitation, revokeInvitation } from "@/lib/accounts/invitations/commands";
import { invitationInput } from "@/lib/accounts/people/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const resendAction = defineAction(
  invitationInput,
  async (actor, { invitationId }) => {
    await resendInvitation(actor, invitationId);
    revalidatePath("/admin", "layout");
    return "Sent again";
  },
  ["admin"],
);

export const revokeAction = defineAction(
  invitationInput,
  async (actor, { invitationId }) => {
    await revokeInvitation(actor, invitationId);
    await goTo("/admin", "The invitation is taken back. Its link no longer works.");
  },
  ["admin"],
);
