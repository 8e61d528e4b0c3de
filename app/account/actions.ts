"use server";

import { revalidatePath } from "next/cache";
import { editProfile } from "@/lib/accounts/profile/commands";
import { profileInput } from "@/lib/accounts/profile/schema";
import { endOwnSignIn, signOut, signOutEverywhere, switchRoom } from "@/lib/accounts/signIns/commands";
import { findVisit, forgetSignIn, giveHandle } from "@/lib/accounts/signIns/gateway";
import { endSignInInput, nothingInput, roomInput } from "@/lib/accounts/signIns/schema";
import { defineAction, goTo } from "@/lib/core/action";
import { homeOf } from "@/lib/core/actor";

export const editProfileAction = defineAction("profile.edit", profileInput, async (actor, input) => {
  await editProfile(actor, input);
  revalidatePath("/account", "layout");
  return "Your details are kept";
});

export const endSignInAction = defineAction("everybody", endSignInInput, async (actor, { signInId }) => {
  await endOwnSignIn(actor, signInId);
  revalidatePath("/account");
  return "That device is signed out";
});

export const signOutEverywhereAction = defineAction("everybody", nothingInput, async (actor) => {
  await signOutEverywhere(actor);
  await forgetSignIn(signOut);
  await goTo("/sign-in?left=1");
});

export const switchRoomAction = defineAction("everybody", roomInput, async (actor, { personId }) => {
  const { handle, role } = await switchRoom(actor, personId, (await findVisit()).device);
  await giveHandle(handle);
  await goTo(homeOf[role]);
});
