import type { Metadata } from "next";
import { EntryCard } from "@/components/journal/entry-card";
import { Empty } from "@/components/ui/empty";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { neighbours, placeIn } from "@/lib/core/pages";
import { listEntries } from "@/lib/journal/queries";
import { bringBackAction } from "../actions";

export const metadata: Metadata = { title: "What you put away" };

export default async function PutAwayPage({ searchParams }: PageProps<"/my/journal/put-away">) {
  const actor = await requireActor("patient");
  const place = placeIn(await searchParams);
  const page = await read(actor, (db) => listEntries(db, actor.personId, { putAway: true }, place));
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Journal", href: "/my/journal" }, { label: "What you put away" }]}
        title="What you put away"
        intro="These pages are out of sight and seen by you alone. You can bring each one back."
      />
      {page.rows.length === 0 && <Empty title="Nothing is put away" />}
      {page.rows.map((entry) => (
        <div key={entry.id} className="stack gap-2">
          <EntryCard entry={entry} zone={actor.timeZone} href={`/my/journal/${entry.id}`} level={2} show="datetime" />
          <Form action={bringBackAction} submit="Bring it back" tone="quiet">
            <Hidden name="entryId" value={entry.id} />
          </Form>
        </div>
      ))}
      <Pager {...neighbours("/my/journal/put-away", {}, page)} />
    </Stack>
  );
}
