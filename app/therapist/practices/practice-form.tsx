import { familyOptions } from "@/components/practices/practice-fields";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choices";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Offered } from "@/lib/practices/clinic/rules";
import { stateOffers } from "@/lib/practices/rules";
import { NervousState } from "@/prisma/generated/enums";
import { writeClinicPracticeAction } from "./actions";

const tools = [
  { value: "", label: "Nothing" },
  { value: "pacer", label: "A shape to breathe with" },
  { value: "timer", label: "A timer with a bell" },
  { value: "bodyScan", label: "The steps, one at a time" },
];

const states = Object.values(NervousState).map((value) => ({ value, label: stateOffers[value].word }));

/** All the words of a practice, as the clinic has them now. */
export function PracticeForm({ practice }: { practice?: Offered }) {
  const back = practice ? `/therapist/practices/${practice.slug}` : "/therapist/practices";
  return (
    <Form
      action={writeClinicPracticeAction}
      submit="Keep these words"
      beside={
        <Button variant="plain" href={back}>
          Not now
        </Button>
      }
      className="max-w-words"
    >
      {practice && <Hidden name="slug" value={practice.slug} />}
      <Hidden name="version" value={practice?.version ?? 0} />
      <Field name="title" label="Name" maxLength={80} defaultValue={practice?.title} />
      <Field
        name="family"
        label="Family"
        as="select"
        width="medium"
        options={familyOptions}
        defaultValue={practice?.family ?? "body"}
      />
      <Long
        name="why"
        label="Why it may do good"
        rows={2}
        max={500}
        value={practice?.why}
        hint="One or two sentences."
      />
      <Long
        name="steps"
        label="Steps"
        rows={7}
        max={4_000}
        value={practice?.steps.join("\n")}
        hint="One step on each line, in plain words."
      />
      <Long name="short" label="In five minutes" max={1_000} value={practice?.short} />
      <Long name="longer" label="With more time" max={1_000} value={practice?.longer} />
      <Long
        name="gentle"
        label="Gently"
        max={1_000}
        value={practice?.gentle}
        hint="For days with little energy or pain."
      />
      <Long name="tooMuch" label="If it stirs too much" max={1_000} value={practice?.tooMuch} />
      <Field
        name="tool"
        label="What the page offers beside the words"
        as="select"
        width="medium"
        options={tools}
        defaultValue={practice?.tool ?? ""}
      />
      <CheckboxGroup name="helps" legend="Offered when somebody is" options={states} defaultValues={practice?.helps} />
    </Form>
  );
}

type LongProps = { name: string; label: string; max: number; rows?: number; hint?: string; value?: string };

const Long = ({ name, label, max, rows = 3, hint, value }: LongProps) => (
  <Field name={name} label={label} hint={hint} as="textarea" rows={rows} maxLength={max} defaultValue={value} />
);
