import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { PracticeInGarden } from "@/lib/practices/queries";
import { families } from "@/lib/practices/rules";
import { addToPlanAction } from "./actions";
import { RhythmField } from "./rhythm-field";

type Props = { practices: PracticeInGarden[]; planned: string[]; patientId?: string };

/** Adds a practice of the garden to a plan: those kept near first, then family by family. */
export function AddToPlan({ practices, planned, patientId }: Props) {
  const open = practices.filter(({ slug, hidden }) => !hidden && !planned.includes(slug));
  const ordered = [...open.filter(({ favourite }) => favourite), ...open.filter(({ favourite }) => !favourite)];
  const options = ordered.map(({ slug, title, family, own }) => ({
    value: slug,
    label: `${title} · ${own ? "own" : families[family].name}`,
  }));
  return (
    <Form action={addToPlanAction} submit="Add to the plan" tone="quiet">
      {patientId && <Hidden name="patientId" value={patientId} />}
      <Field
        name="slug"
        label="Practice"
        as="select"
        options={[{ value: "", label: "Choose one" }, ...options]}
        defaultValue=""
      />
      <RhythmField id="rhythms-new" />
    </Form>
  );
}
