import type { Metadata } from "next";
import { PickEntry } from "@/components/threads/pick-entry";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { placeIn } from "@/lib/core/pages";
import { searchIn } from "@/lib/core/searches";
import { listEntries } from "@/lib/journal/queries";
import { entryTitle } from "@/lib/journal/rules";
import { sidesAddress } from "@/lib/path/rules";
import { chosenIn } from "../then-now";

export const metadata: Metadata = { title: "Choose a page" };

export default async function ChoosePage({ searchParams }: PageProps<"/my/path/choose">) {
  const actor = await requireActor("patient");
  const query = await searchParams;
  const search = await searchIn(actor, query);
  const chosen = chosenIn(query);
  const which = query.which === "now" ? "now" : "then";
  const page = await read(actor, (db) => listEntries(db, actor.personId, { search }, placeIn(query)));
  const kept = Object.fromEntries(new URLSearchParams(sidesAddress("", chosen, which).slice(1)));
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Your path", href: "/my/path" }, { label: "Choose a page" }]}
        title={which === "now" ? "Which page is “now”?" : "Which page is “then”?"}
        intro="It stands beside the other, for you alone."
      />
      <PickEntry
        page={page}
        zone={actor.timeZone}
        path="/my/path/choose"
        kept={kept}
        search={search}
        pick={(entry) => (
          <Button
            variant="quiet"
            href={sidesAddress("/my/path", { ...chosen, [which === "now" ? "now" : "before"]: entry.id })}
            aria-label={`Choose: ${entryTitle(entry, actor.timeZone)}`}
          >
            Choose
          </Button>
        )}
      />
    </Stack>
  );
}
