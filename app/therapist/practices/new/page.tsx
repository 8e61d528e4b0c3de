import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/actor";
import { PracticeForm } from "../practice-form";

export const metadata: Metadata = { title: "Add a practice" };

export default async function NewClinicPracticePage() {
  await requireActor("therapist");
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Practices", href: "/therapist/practices" }, { label: "Add a practice" }]}
        title="Add a practice"
        intro="Every patient of your clinic finds it in their garden, among the others of its family."
      />
      <PracticeForm />
    </>
  );
}
