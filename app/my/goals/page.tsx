import type { Metadata } from "next";
import { ShareTag } from "@/components/sharing/share-tag";
import { SmallSteps } from "@/components/threads/small-steps";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { List, ListItem } from "@/components/ui/list";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { type Goal, listGoals, listStepsWithoutGoal } from "@/lib/goals/queries";
import { listShares, type Shared } from "@/lib/sharing/queries";
import { FromTo } from "./from-to";

export const metadata: Metadata = { title: "Goals" };

export default async function GoalsPage() {
  const actor = await requireActor("patient");
  const { goals, shares, steps } = await read(actor, async (db) => {
    const goals = await listGoals(db, actor.personId);
    return {
      goals,
      steps: await listStepsWithoutGoal(db, actor.personId),
      shares: await listShares(
        db,
        goals.map(({ id }) => id),
      ),
    };
  });
  const held = goals.filter(({ letGoAt }) => !letGoAt);
  const letGo = goals.filter(({ letGoAt }) => letGoAt);
  const add = (
    <Button href="/my/goals/new" variant={held.length > 0 ? "quiet" : "primary"}>
      Write a goal
    </Button>
  );
  return (
    <Stack gap="large">
      <PageHeader
        title="Your goals"
        intro="What you would like to be different, for the whole course. Where from, where to, and the small things that lead there."
        actions={held.length > 0 && add}
      />
      {held.length === 0 && (
        <Empty
          title="What would you like to be different?"
          text="A goal begins with what troubles you most now, and with what could take its place."
          action={add}
        />
      )}
      {held.map((goal) => (
        <GoalCard key={goal.id} goal={goal} shares={shares.filter(({ subjectId }) => subjectId === goal.id)} />
      ))}
      {steps.length > 0 && (
        <Card title="Small steps">
          <p className="soft">They grew from pages of your journal, and stand by themselves.</p>
          <SmallSteps actions={steps} zone={actor.timeZone} />
        </Card>
      )}
      {letGo.length > 0 && (
        <Card title="Let go">
          <List>
            {letGo.map(({ id, to }) => (
              <ListItem key={id}>
                <Link href={`/my/goals/${id}`} className="words small">
                  {to}
                </Link>
              </ListItem>
            ))}
          </List>
        </Card>
      )}
    </Stack>
  );
}

function GoalCard({ goal, shares }: { goal: Goal; shares: Shared[] }) {
  const open = goal.actions.filter(({ state }) => state === "open");
  return (
    <article className="card stack">
      <FromTo goal={goal} level={2} />
      {open.length > 0 && (
        <ul className="list-disc pl-5">
          {open.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      <div className="row">
        <ShareTag readers={shares} />
        <span className="push">
          <Link href={`/my/goals/${goal.id}`} aria-label={`Open the goal: ${goal.to}`}>
            Open
          </Link>
        </span>
      </div>
    </article>
  );
}
