import type { Metadata } from "next";
import { ThingHead } from "@/components/shared/thing-head";
import { ThingView } from "@/components/shared/thing-view";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { neighbours, placeIn } from "@/lib/core/pages";
import { listSharedWithMe, type SharedWithMe } from "@/lib/sharing/shown/queries";

export const metadata: Metadata = { title: "Shared with you" };

export default async function SharedWithYouPage({ searchParams }: PageProps<"/companion/shared">) {
  const actor = await requireActor("companion");
  const place = placeIn(await searchParams);
  const page = await read(actor, (db) => listSharedWithMe(db, place));
  return (
    <>
      <PageHeader
        title="Shared with you"
        intro="It is theirs. Read it, keep it to yourself, and let it go when they take it back."
      />
      {page.rows.length === 0 && (
        <div className="[--dawn-wash:var(--accent-wash)] [--dawn:var(--dusk)]">
          <Empty title="Nothing is shared at the moment" text="What somebody chooses to share with you stands here." />
        </div>
      )}
      {byPatient(page.rows).map(({ patientId, name, rows }) => (
        <section key={patientId} aria-labelledby={`with-${patientId}`}>
          <Stack gap="large">
            <h2 id={`with-${patientId}`}>{name}</h2>
            {rows.map(({ id, thing, sharedAt }) => (
              <Card key={id}>
                <ThingHead thing={thing} zone={actor.timeZone} sharedAt={sharedAt} level={3} />
                <ThingView thing={thing} />
              </Card>
            ))}
          </Stack>
        </section>
      ))}
      <Pager {...neighbours("/companion/shared", {}, page)} />
    </>
  );
}

function byPatient(rows: SharedWithMe[]) {
  const groups = new Map<string, SharedWithMe[]>();
  for (const row of rows) groups.set(row.patientId, [...(groups.get(row.patientId) ?? []), row]);
  return [...groups].map(([patientId, rows]) => ({ patientId, name: rows[0]?.patientName ?? "", rows }));
}
