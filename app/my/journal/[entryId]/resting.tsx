import { LeftOver } from "@/components/autosave/left-over";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";

type Props = {
  reason: string;
  entryId?: string;
  /** The words that this device may still hold of the page: the page's id and who wrote it. */
  kept?: { entryId: string; writer: string; deviceKey: string };
};

/** In place of a page that stays as it is, or that is closed for now. */
export function Resting({ reason, entryId, kept }: Props) {
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Journal", href: "/my/journal" }, { label: "Your page" }]}
        title="This page rests"
      />
      {kept && (
        <LeftOver
          slot={`${kept.writer}.entry.${kept.entryId}`}
          deviceKey={kept.deviceKey}
          saved={{}}
          advice="They were typed after this page was closed. Copy them to a new page, or let them go."
        />
      )}
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
