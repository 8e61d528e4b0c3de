import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { AsList } from "./as-list";
import { AsPicture } from "./as-picture";

export const metadata: Metadata = { title: "Your path" };

export default async function PathPage({ searchParams }: PageProps<"/my/path">) {
  const actor = await requireActor("patient");
  const query = await searchParams;
  if (query.view !== "list") return <AsPicture actor={actor} query={query} />;
  return (
    <Stack gap="large">
      <PageHeader
        title="Your path"
        intro="All that lies on it, the newest first."
        actions={
          <Button variant="quiet" href="/my/path">
            As a picture
          </Button>
        }
      />
      <AsList actor={actor} query={query} />
    </Stack>
  );
}
