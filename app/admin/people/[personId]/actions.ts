"use server";

import { revalidatePath } from "next/cache";
import { changeRole, deactivatePerson, editPerson, reactivatePerson } from "@/lib/accounts/people/commands";
import { changeRoleInput, editPersonInput, personInput } from "@/lib/accounts/people/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const editPersonAction = defineAction("person.edit", editPersonInput, async (actor, input) => {
  await editPerson(actor, input);
  revalidatePath("/admin", "layout");
  return "The details are saved";
});

export const changeRoleAction = defineAction("person.changeRole", changeRoleInput, async (actor, input) => {
  await changeRole(actor, input);
  await goTo(`/admin/people/${input.personId}`, "The role is changed. They have to sign in again.");
});

export const deactivateAction = defineAction("person.deactivate", personInput, async (actor, { personId }) => {
  await deactivatePerson(actor, personId);
  await goTo(`/admin/people/${personId}`, "Deactivated. They are signed out everywhere.");
});

export const reactivateAction = defineAction("person.reactivate", personInput, async (actor, { personId }) => {
  await reactivatePerson(actor, personId);
  await goTo(`/admin/people/${personId}`, "Active again. They can sign in with their password.");
});
