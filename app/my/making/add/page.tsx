import type { Metadata } from "next";
import { UploadForm } from "@/components/making/upload-form";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/db";

export const metadata: Metadata = { title: "Add a picture or sound" };

export default async function AddPage() {
  const actor = await requireActor("patient");
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Making", href: "/my/making" }, { label: "Add" }]}
        title="Add a picture or sound"
        intro="Before it is kept, it is made anew: where and when a photo was taken, and everything else that a camera writes into it, is left out."
      />
      <UploadForm id={newId()} writer={actor.personId} />
    </Stack>
  );
}
