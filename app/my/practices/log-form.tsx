import { FeltBefore, FeltNow } from "@/components/practices/felt-words";
import { Details } from "@/components/ui/details";
import { DateTimeField, Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { logAction } from "./actions";

type Props = { slug: string; zone: string; few: boolean; words?: Words };
type Words = { before?: string; done: string; now: string };

const practised: Words = { before: "Before, it felt", done: "Done", now: "Or done, and now it feels" };
export const rested: Words = { done: "I rested", now: "Or rested, and now it feels" };

/** Noting a practice in two taps: a word for before, then "Done", with or without a word for now. All of it is optional. */
export function LogForm({ slug, zone, few, words: { before, done, now } = practised }: Props) {
  return (
    <Form action={logAction} className="said-softly gap-5">
      <Hidden name="slug" value={slug} />
      {before && <FeltBefore legend={before} few={few} />}
      <SubmitButton large className="justify-self-start">
        {done}
      </SubmitButton>
      <FeltNow legend={now} few={few} what={done} />
      <Details summary="How long, or another time">
        <Field
          name="minutes"
          label="Minutes"
          type="number"
          inputMode="numeric"
          min={1}
          max={600}
          width="short"
          optional
        />
        <DateTimeField name="at" label="When it was" zone={zone} optional />
      </Details>
    </Form>
  );
}
