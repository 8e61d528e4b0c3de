import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { OwnForm } from "../own-form";

export const metadata: Metadata = { title: "One of your own" };

export default async function NewOwnPage() {
  await requireActor("patient");
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Practice garden", href: "/my/practices" },
          { label: "Your own", href: "/my/practices/own" },
          { label: "A new one" },
        ]}
        title="One of your own"
        intro="Whatever does you good: a song, a bench, a way of making tea. A name is enough. It is seen by you alone."
      />
      <OwnForm back="/my/practices/own" />
    </Stack>
  );
}
