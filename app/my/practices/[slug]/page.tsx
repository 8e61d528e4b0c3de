import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { type Actor, requireActor } from "@/lib/core/actor";
import { dayBounds, now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findFit } from "@/lib/fit/queries";
import { listLogsSince } from "@/lib/practices/log/queries";
import { findPlan } from "@/lib/practices/plan/queries";
import { findPractice } from "@/lib/practices/queries";
import { families } from "@/lib/practices/rules";
import { LogForm } from "../log-form";
import { Noted } from "../noted";
import { Choices } from "./choices";
import { PracticeTool } from "./practice-tool";
import { PracticeWords, TooMuch } from "./practice-words";

export const metadata: Metadata = { title: "A practice" };

export default async function PracticePage({ params }: PageProps<"/my/practices/[slug]">) {
  const actor = await requireActor("patient");
  const { practice, plan, today, fit } = await orNotFound(findPage(actor, (await params).slug));
  const { name } = families[practice.family];
  const bare = !practice.why && practice.steps.length === 0;
  const tooMuch = <TooMuch text={practice.tooMuch} />;
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Practice garden", href: "/my/practices" },
          { label: name, href: `/my/practices?family=${practice.family}` },
          { label: practice.title },
        ]}
        title={practice.title}
        intro={practice.why && <p className="words max-w-words">{practice.why}</p>}
      />
      <PracticeTool practice={practice} timers={fit.timers} />
      <PracticeWords practice={practice} gentleFirst={fit.pacing === "gentle"} />
      {!bare && tooMuch}
      <Card title="Done, or a little of it">
        <LogForm slug={practice.slug} zone={actor.timeZone} few={fit.fewerChoices} />
        <Noted logs={today} zone={actor.timeZone} />
      </Card>
      {bare && tooMuch}
      <Choices practice={practice} planned={plan?.items.some(({ slug }) => slug === practice.slug) ?? false} />
    </Stack>
  );
}

const findPage = (actor: Actor, slug: string) =>
  read(actor, async (db) => {
    const practice = await findPractice(db, actor.personId, decodeURIComponent(slug));
    if (!practice) return null;
    const { start } = dayBounds(now(), actor.timeZone);
    return {
      practice,
      plan: await findPlan(db, actor.personId),
      today: await listLogsSince(db, actor.personId, start, practice.slug),
      fit: await findFit(db, actor.personId),
    };
  });
