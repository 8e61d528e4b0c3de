import { familyOptions } from "@/components/practices/practice-fields";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { OwnPractice } from "@/lib/practices/own/queries";
import { writeOwnAction } from "./actions";

/** A new practice in one's own words, or the words of one that there is. */
export function OwnForm({ practice, back }: { practice?: OwnPractice; back: string }) {
  const more = Boolean(practice?.short || practice?.gentle || practice?.tooMuch);
  return (
    <Form
      action={writeOwnAction}
      submit="Keep it"
      beside={
        <Button variant="plain" href={back}>
          Not now
        </Button>
      }
    >
      {practice && <Hidden name="practiceId" value={practice.slug} />}
      <Hidden name="version" value={practice?.version ?? 0} />
      <Field name="title" label="What do you call it?" voice maxLength={80} defaultValue={practice?.title} />
      <Field
        name="family"
        label="Where it belongs"
        as="select"
        options={familyOptions}
        defaultValue={practice?.family ?? "body"}
        width="medium"
      />
      <Long name="why" label="What it does for you" max={500} value={practice?.why} />
      <Long
        name="steps"
        label="How it goes"
        hint="One step on each line, or in one sentence."
        max={4_000}
        value={practice?.steps.join("\n")}
      />
      <Details summary="More: five minutes, a gentle way, what to do if it stirs too much" open={more}>
        <Long name="short" label="In five minutes" max={1_000} value={practice?.short} />
        <Long
          name="gentle"
          label="Gently, for days with little energy or with pain"
          max={1_000}
          value={practice?.gentle}
        />
        <Long name="tooMuch" label="If it stirs too much" max={1_000} value={practice?.tooMuch} />
      </Details>
    </Form>
  );
}

type LongProps = { name: string; label: string; hint?: string; max: number; value?: string };

const Long = ({ name, label, hint, max, value }: LongProps) => (
  <Field
    name={name}
    label={label}
    hint={hint}
    as="textarea"
    rows={3}
    voice
    optional
    maxLength={max}
    defaultValue={value}
  />
);
