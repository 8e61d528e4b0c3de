import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { pageSize } from "@/lib/core/pages";
import { type EntryVersion, findEntry, listVersions } from "@/lib/journal/queries";
import { entryTitle, reasonNotToWrite } from "@/lib/journal/rules";
import { bringBackVersionAction } from "../../actions";

export const metadata: Metadata = { title: "Earlier words" };

export default async function HistoryPage({ params, searchParams }: PageProps<"/my/journal/[entryId]/history">) {
  const actor = await requireActor("patient");
  const { entryId } = await params;
  const below = Number((await searchParams).below) || undefined;
  const { entry, versions } = await orNotFound(
    read(actor, async (db) => {
      const entry = await findEntry(db, entryId);
      return entry && { entry, versions: await listVersions(db, entryId, below) };
    }),
  );
  const zone = actor.timeZone;
  const last = versions.at(-1)?.number;
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Journal", href: "/my/journal" },
          { label: "Your page", href: `/my/journal/${entry.id}` },
          { label: "Earlier words" },
        ]}
        title={entryTitle(entry, zone)}
        intro="Each time you took this page up again, what stood here before was kept."
      />
      {versions.length === 0 && (
        <Empty
          title="These are its first words"
          text="Once you write on another time, the words before are kept here."
        />
      )}
      {versions.map((version) => (
        <Version key={version.number} version={version} zone={zone}>
          {!reasonNotToWrite(entry) && (
            <Form action={bringBackVersionAction} submit="Bring these words back" tone="quiet">
              <Hidden name="entryId" value={entry.id} />
              <Hidden name="number" value={version.number} />
              <Hidden name="version" value={entry.version} />
            </Form>
          )}
        </Version>
      ))}
      <Pager older={versions.length === pageSize ? `/my/journal/${entry.id}/history?below=${last}` : undefined} />
    </Stack>
  );
}

type VersionProps = { version: EntryVersion; zone: string; children: React.ReactNode };

function Version({ version: { title, text, moods, savedAt }, zone, children }: VersionProps) {
  return (
    <Card
      title={
        <>
          Until <Time at={savedAt} zone={zone} />
        </>
      }
    >
      <div className="entry-page">
        {title && <h3>{title}</h3>}
        <p className="written">{text || "Without words"}</p>
        {moods.length > 0 && <p className="small soft">{moods.join(", ")}</p>}
      </div>
      {children}
    </Card>
  );
}
