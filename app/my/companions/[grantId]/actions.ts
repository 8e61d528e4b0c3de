"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { resendInvitation } from "@/lib/accounts/invitations/commands";
import { changeGrant, endGrant } from "@/lib/companions/grants/commands";
import { agreeToNameGone } from "@/lib/companions/grants/leaving/commands";
import { changeInput, endInput } from "@/lib/companions/grants/schema";
import { defineAction, goTo } from "@/lib/core/action";
import { id } from "@/lib/core/fields";

export const changeGrantAction = defineAction("companion.change", changeInput, async (actor, input) => {
  await changeGrant(actor, input);
  revalidatePath(`/my/companions/${input.grantId}`);
  return "Changed. It counts from now on.";
});

export const endGrantAction = defineAction("companion.end", endInput, async (actor, input) => {
  await endGrant(actor, input);
  await goTo("/my/companions", "Access has ended");
});

export const resendInvitationAction = defineAction(
  "invitation.resend",
  z.object({ invitationId: id() }),
  async (actor, { invitationId }) => {
    await resendInvitation(actor, invitationId);
    await goTo("/my/companions", "The invitation is on its way again");
  },
);

export const agreeNameAction = defineAction("companion.agreeName", endInput, async (actor, input) => {
  await agreeToNameGone(actor, input);
  await goTo("/my/companions", "Their name is gone from your pages");
});
