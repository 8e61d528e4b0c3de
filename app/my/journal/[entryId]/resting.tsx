import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";

/** In place of a page that stays as it is, or that is closed for now. */
export function Resting({ reason, entryId }: { reason: string; entryId?: string }) {
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Journal", href: "/my/journal" }, { label: "Your page" }]}
        title="This page rests"
      />
      <Empty
        title={reason}
        action={
          entryId ? (
            <Button href={`/my/journal/${entryId}`}>Open it</Button>
          ) : (
            <Button variant="quiet" href="/my/journal">
              Back to the journal
            </Button>
          )
        }
      />
    </Stack>
  );
}
