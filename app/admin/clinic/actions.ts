"use server";

import { revalidatePath } from "next/cache";
import { editClinic } from "@/lib/clinic/commands";
import { clinicInput } from "@/lib/clinic/schema";
import { defineAction } from "@/lib/core/action";

export const editClinicAction = defineAction("clinic.edit", clinicInput, async (actor, input) => {
  await editClinic(actor, input);
  revalidatePath("/", "layout");
  return "The settings are saved";
});
