import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { type Actor, requireActor } from "@/lib/core/actor";
import { dayBounds, now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";
import { listLogsSince } from "@/lib/practices/log/queries";
import { findPlan } from "@/lib/practices/plan/queries";
import { listPractices } from "@/lib/practices/queries";
import { restSlug } from "@/lib/practices/rules";
import { gardenSearch } from "@/lib/practices/schema";
import { FamilyDoors } from "./family-doors";
import { Found } from "./found";
import { LogForm, rested } from "./log-form";
import { GardenSearchField, States } from "./looking";
import { Noted } from "./noted";
import { PlanCard } from "./plan-card";
import { PracticeList } from "./practice-list";

export const metadata: Metadata = { title: "Practice garden" };

export default async function GardenPage({ searchParams }: PageProps<"/my/practices">) {
  const actor = await requireActor("patient");
  const search = gardenSearch.parse(await searchParams);
  const { practices, plan, today, fit } = await findGarden(actor);
  const few = fit.fewerChoices;
  if (search.q || search.state || search.family) return <Found practices={practices} search={search} few={few} />;
  const planned = new Set(plan?.items.map(({ slug }) => slug));
  const near = practices.filter(({ favourite, slug }) => favourite && !planned.has(slug));
  return (
    <Stack gap="large">
      <PageHeader
        title="Practice garden"
        intro="Find what resonates, and be kind to yourself. Five minutes count, and so does resting."
        actions={<Link href="/my/practices/log">What you noted</Link>}
      />
      <PlanCard plan={plan} noted={new Map(today.map(({ slug, id }) => [slug, id]))} few={few} />
      {near.length > 0 && (
        <Card title="Kept near">
          <PracticeList practices={near} first={few ? 3 : undefined} brief />
        </Card>
      )}
      <section className="stack" aria-labelledby="doors">
        <h2 id="doors">Doors into the garden</h2>
        <FamilyDoors few={few} />
      </section>
      <section className="stack gap-3" aria-labelledby="states">
        <h2 id="states">How are you right now?</h2>
        <States />
      </section>
      <GardenSearchField />
      <Card title="Rest counts too">
        <p className="soft">Lying down, an early night, an hour without plans.</p>
        <LogForm slug={restSlug} zone={actor.timeZone} few={few} words={rested} />
        <Noted logs={today.filter(({ slug }) => slug === restSlug)} zone={actor.timeZone} />
      </Card>
    </Stack>
  );
}

const findGarden = (actor: Actor) =>
  read(actor, async (db) => ({
    practices: await listPractices(db, actor.personId),
    plan: await findPlan(db, actor.personId),
    today: await listLogsSince(db, actor.personId, dayBounds(now(), actor.timeZone).start),
    fit: await findFit(db, actor.personId),
  }));
