import { BodyMap } from "@/components/body/body-map";
import { CheckboxGroup } from "@/components/ui/choices";
import { Details } from "@/components/ui/details";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { sensationWords } from "@/lib/body/rules";
import { keepSensationAction } from "./actions";

/** Where something is felt, and what it is like there. With `fewer`, picture and offered words wait behind a line each. */
export function SensationForm({ marked, fewer }: { marked: string[]; fewer: boolean }) {
  const words = (
    <div className="chips">
      <CheckboxGroup
        name="offered"
        legend="What is it like there?"
        hint="Take what fits, or leave it."
        options={sensationWords.map((word) => ({ value: word, label: word }))}
      />
    </div>
  );
  return (
    <Form action={keepSensationAction} submit="Keep it">
      <BodyMap legend="Touch a place, or choose one from the list" marked={marked} folded={fewer} />
      {!fewer && words}
      <Field name="words" label="In your own words" optional voice maxLength={300} autoComplete="off" />
      {fewer && <Details summary="Words to choose from">{words}</Details>}
    </Form>
  );
}
