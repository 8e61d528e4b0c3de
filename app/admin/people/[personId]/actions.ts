"use server";

import { revalidatePath } from "next/cache";
import { changeRole, deactivatePerson, editPerson, reactivatePerson } from "@/lib/accounts/people/commands";
import { changeRoleInput, editPersonInput, personInput } from "@/lib/accounts/people/schema";
import { defineAction, goTo } from "@/lib/core/action";

export const editPersonAction = defineAction(
  editPersonInput,
  async (actor, input) => {
    await editPerson(actor, input);
    revalidatePath("/admin", "layout");
    return "The details are saved";
  },
  ["admin"],
);

export const changeRoleAction = defineAction(
  changeRoleInput,
  async (actor, input) => {
    await changeRole(actor, input);
    await goTo(`/admin/people/${input.personId}`, "The role is changed. They have to sign in again.");
  },
  ["admin"],
);

export const deactivateAction = defineAction(
  personInput,
  async (actor, { personId }) => {
    await deactivatePerson(actor, personId);
    await goTo(`/admin/people/${personId}`, "Deactivated. They are signed out everywhere.");
  },
  ["admin"],
);

export const reactivateAction = defineAction(
  personInput,
  async (actor, { personId }) => {
    await reactivatePerson(actor, personId);
    await goTo(`/admin/people/${personId}`, "Active again. They can sign in with their password.");
  },
  ["admin"],
);
