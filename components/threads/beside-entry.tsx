import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { type Goal, listGoals, listStepsOf, type Step } from "@/lib/goals/queries";
import { listLinked, listTags } from "@/lib/threads/queries";
import { addSmallStepAction } from "./actions";
import { LinkedPages } from "./linked-pages";
import { SmallSteps } from "./small-steps";
import { Tags } from "./tags";

/** On a patient's own page: what returns in it, the pages beside it, and the small actions that grew from it. Reads for itself. */
export async function BesideEntry({ actor, entryId }: { actor: Actor; entryId: string }) {
  const found = await read(actor, async (db) => {
    const entry = await db.entry.findUnique({
      where: { id: entryId, patientId: actor.personId },
      select: { putAwayAt: true },
    });
    if (!entry || entry.putAwayAt) return null;
    return {
      threads: await listTags(db, actor.personId, entryId),
      linked: await listLinked(db, entryId),
      steps: await listStepsOf(db, entryId),
      goals: (await listGoals(db, actor.personId)).filter(({ letGoAt }) => !letGoAt),
    };
  });
  if (!found) return null;
  return (
    <div className="stack gap-6">
      <Tags entryId={entryId} threads={found.threads} />
      <Steps entryId={entryId} steps={found.steps} goals={found.goals} zone={actor.timeZone} />
      <Card title="Beside this page">
        <LinkedPages entryId={entryId} linked={found.linked} zone={actor.timeZone} />
        <Button variant="quiet" href={`/my/threads/link/${entryId}`} className="justify-self-start">
          Link another page
        </Button>
      </Card>
    </div>
  );
}

type StepsProps = { entryId: string; steps: Step[]; goals: Goal[]; zone: string };

function Steps({ entryId, steps, goals, zone }: StepsProps) {
  const options = [{ value: "", label: "By itself" }, ...goals.map(({ id, to }) => ({ value: id, label: cut(to) }))];
  const form = (
    <Form action={addSmallStepAction} submit="Add it" tone="quiet">
      <Hidden name="entryId" value={entryId} />
      <Field
        name="text"
        label="A small step from this"
        maxLength={200}
        hint="Something so small that it fits an ordinary day. Five minutes count."
      />
      {goals.length > 0 && <Field name="goalId" label="Towards" as="select" options={options} optional />}
    </Form>
  );
  return (
    <Card title="Small steps">
      {steps.length > 0 ? (
        <>
          <SmallSteps actions={steps} zone={zone} named={false} />
          <Details summary="Another small step">{form}</Details>
        </>
      ) : (
        form
      )}
    </Card>
  );
}

const cut = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text);
