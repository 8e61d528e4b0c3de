import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findGoal } from "@/lib/goals/queries";
import { GoalForm } from "../../goal-form";

export const metadata: Metadata = { title: "Change a goal" };

export default async function EditGoalPage({ params }: PageProps<"/my/goals/[goalId]/edit">) {
  const actor = await requireActor("patient");
  const { goalId } = await params;
  const goal = await orNotFound(read(actor, (db) => findGoal(db, goalId)));
  const back = `/my/goals/${goal.id}`;
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Goals", href: "/my/goals" },
          { label: "Your goal", href: back },
          { label: "Change its words" },
        ]}
        title="Change its words"
      />
      <GoalForm goal={goal} back={back} />
    </Stack>
  );
}
