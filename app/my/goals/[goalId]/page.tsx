import type { Metadata } from "next";
import { SharingPanel } from "@/components/shared/sharing-panel";
import { addSmallStepAction } from "@/components/threads/actions";
import { SmallSteps } from "@/components/threads/small-steps";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findGoal, type Goal } from "@/lib/goals/queries";
import { letGoAction, takeUpAction } from "../actions";
import { FromTo } from "../from-to";

export const metadata: Metadata = { title: "Your goal" };

export default async function GoalPage({ params }: PageProps<"/my/goals/[goalId]">) {
  const actor = await requireActor("patient");
  const { goalId } = await params;
  const goal = await orNotFound(read(actor, (db) => findGoal(db, goalId)));
  return (
    <Stack gap="large">
      <PageHeader crumbs={[{ label: "Goals", href: "/my/goals" }, { label: "Your goal" }]} title="Your goal" />
      <Card>
        <FromTo goal={goal} level={2} />
        <SharingPanel actor={actor} subject="goal" subjectId={goal.id} />
      </Card>
      <Card title="Small things that lead there">
        {goal.actions.length === 0 ? (
          <p className="soft">What could you try on an ordinary day? It may be very small.</p>
        ) : (
          <SmallSteps actions={goal.actions} zone={actor.timeZone} held={!goal.letGoAt} />
        )}
        {!goal.letGoAt && (
          <Form action={addSmallStepAction} submit="Add it" tone="quiet">
            <Hidden name="goalId" value={goal.id} />
            <Field name="text" label="One more small thing" maxLength={200} hint="Five minutes count." />
          </Form>
        )}
      </Card>
      {goal.letGoAt ? <TakeUp goal={goal} /> : <Change goal={goal} />}
    </Stack>
  );
}

function Change({ goal }: { goal: Goal }) {
  return (
    <div className="row">
      <Button variant="quiet" href={`/my/goals/${goal.id}/edit`}>
        Change its words
      </Button>
      <ConfirmButton
        label="Let go of it"
        title="Let go of this goal?"
        text="Goals may change. It stays here to look back on, and you can take it up again."
        confirm="Let go"
        cancel="Keep it"
        variant="plain"
        tone="primary"
        action={letGoAction}
      >
        <Hidden name="goalId" value={goal.id} />
      </ConfirmButton>
    </div>
  );
}

function TakeUp({ goal }: { goal: Goal }) {
  return (
    <Form action={takeUpAction} submit="Take it up again" tone="quiet">
      <p className="soft">You let go of this goal. It is kept here to look back on.</p>
      <Hidden name="goalId" value={goal.id} />
    </Form>
  );
}
