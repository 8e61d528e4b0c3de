import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findOffered } from "@/lib/practices/clinic/queries";
import { PracticeForm } from "../../practice-form";

export const metadata: Metadata = { title: "Change a practice" };

export default async function EditClinicPracticePage({ params }: PageProps<"/therapist/practices/[slug]/edit">) {
  const actor = await requireActor("therapist");
  const { slug } = await params;
  const practice = await orNotFound(read(actor, (db) => findOffered(db, slug)));
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Practices", href: "/therapist/practices" },
          { label: practice.title, href: `/therapist/practices/${slug}` },
          { label: "Change" },
        ]}
        title={`Change “${practice.title}”`}
        intro="In your clinic’s words, for all its patients. Plain and warm, without promises."
      />
      <PracticeForm practice={practice} />
    </>
  );
}
