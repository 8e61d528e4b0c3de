"use server";

import { revalidatePath } from "next/cache";
import { defineAction, goTo } from "@/lib/core/action";
import { hideClinicPractice, takeBackWords, writeClinicPractice } from "@/lib/practices/clinic/commands";
import { clinicHideInput, clinicPracticeInput, clinicSlugInput } from "@/lib/practices/clinic/schema";

export const writeClinicPracticeAction = defineAction(
  "clinicPractice.write",
  clinicPracticeInput,
  async (actor, input) => {
    const slug = await writeClinicPractice(actor, input);
    revalidatePath("/therapist/practices", "layout");
    await goTo(`/therapist/practices/${slug}`, "Kept. Patients read it like this from now on.");
  },
);

export const ownWordsAgainAction = defineAction("clinicPractice.write", clinicSlugInput, async (actor, input) => {
  await takeBackWords(actor, input);
  revalidatePath("/therapist/practices", "layout");
  await goTo(`/therapist/practices/${input.slug}`, "Back to the portal's words");
});

export const hideClinicPracticeAction = defineAction("clinicPractice.hide", clinicHideInput, async (actor, input) => {
  await hideClinicPractice(actor, input);
  revalidatePath("/therapist/practices", "layout");
  return input.hidden === "yes" ? "Hidden from patients" : "Shown to patients again";
});
