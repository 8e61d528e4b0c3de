import { Button } from "@/components/ui/button";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Goal } from "@/lib/goals/queries";
import { setGoalAction } from "./actions";

/** A new goal, or the words of one that there is. */
export function GoalForm({ goal, back }: { goal?: Goal; back: string }) {
  return (
    <Form
      action={setGoalAction}
      submit="Keep it"
      beside={
        <Button variant="plain" href={back}>
          Not now
        </Button>
      }
    >
      {goal && <Hidden name="goalId" value={goal.id} />}
      <Hidden name="version" value={goal?.version ?? 0} />
      <Field
        name="from"
        label="From: what troubles you most now?"
        as="textarea"
        rows={3}
        voice
        maxLength={500}
        defaultValue={goal?.from}
        hint="As concrete as you like: a moment, a place, a feeling."
      />
      <Field
        name="to"
        label="To: what should take its place?"
        as="textarea"
        rows={3}
        voice
        maxLength={500}
        defaultValue={goal?.to}
      />
      <Field
        name="success"
        label="How will you notice?"
        as="textarea"
        rows={3}
        voice
        optional
        maxLength={1000}
        defaultValue={goal?.success}
        hint="What would you see, do or feel on an ordinary day?"
      />
    </Form>
  );
}
