import type { Metadata } from "next";
import { linkAction } from "@/components/threads/actions";
import { PickEntry } from "@/components/threads/pick-entry";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { placeIn } from "@/lib/core/pages";
import { searchIn } from "@/lib/core/searches";
import { findEntry, listEntries } from "@/lib/journal/queries";
import { entryTitle } from "@/lib/journal/rules";
import { listLinked } from "@/lib/threads/queries";

export const metadata: Metadata = { title: "Link another page" };

export default async function LinkPage({ params, searchParams }: PageProps<"/my/threads/link/[entryId]">) {
  const actor = await requireActor("patient");
  const { entryId } = await params;
  const query = await searchParams;
  const search = await searchIn(actor, query);
  const { entry, page, linked } = await orNotFound(
    read(actor, async (db) => {
      const entry = await findEntry(db, entryId);
      if (!entry || entry.putAwayAt) return null;
      const page = await listEntries(db, actor.personId, { search }, placeIn(query));
      return { entry, page, linked: new Set((await listLinked(db, entry.id)).map(({ id }) => id)) };
    }),
  );
  const title = entryTitle(entry, actor.timeZone);
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Journal", href: "/my/journal" },
          { label: "Your page", href: `/my/journal/${entry.id}` },
          { label: "Link another page" },
        ]}
        title="Link another page"
        intro={`Which page belongs beside “${title}”?`}
      />
      <PickEntry
        page={{ ...page, rows: page.rows.filter(({ id }) => id !== entry.id) }}
        zone={actor.timeZone}
        path={`/my/threads/link/${entry.id}`}
        kept={{}}
        search={search}
        pick={(other) =>
          linked.has(other.id) ? (
            <span className="small soft">Lies beside it</span>
          ) : (
            <Form action={linkAction} quiet>
              <Hidden name="entryId" value={entry.id} />
              <Hidden name="otherId" value={other.id} />
              <SubmitButton variant="quiet">
                Lay beside it<span className="sr-only">: {entryTitle(other, actor.timeZone)}</span>
              </SubmitButton>
            </Form>
          )
        }
      />
    </Stack>
  );
}
