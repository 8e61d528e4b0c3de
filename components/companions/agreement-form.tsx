import { RadioGroup } from "@/components/ui/choices";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/use-form";
import type { Agreement } from "@/lib/companions/agreements/queries";
import { freeName } from "@/lib/companions/agreements/schema";
import { type AgreementPart, agreementParts } from "@/lib/companions/words/agreement/rules";

type Props = { sessionId: string; grantId: string; agreement: Agreement | null; action: FormAction };

/** Seven short questions, each of which may stay open. Patient and companion fill in the same. */
export function AgreementForm({ sessionId, grantId, agreement, action }: Props) {
  return (
    <Form action={action} submit="Keep this" className="gap-0">
      <Hidden name="sessionId" value={sessionId} />
      <Hidden name="grantId" value={grantId} />
      <Hidden name="version" value={agreement?.version ?? 0} />
      {agreementParts.map((part) => (
        <Part key={part.key} part={part} answer={agreement?.answers[part.key]} />
      ))}
    </Form>
  );
}

const open = { value: "", label: "Not talked about yet" };

type PartProps = { part: AgreementPart; answer?: { choice?: string; free?: string } };

function Part({ part: { key, title, question, hint, options, free }, answer }: PartProps) {
  return (
    <section className="stack gap-4 border-line border-b py-7 first-of-type:pt-2 last-of-type:border-0">
      <h3>{title}</h3>
      {options ? (
        <RadioGroup
          name={key}
          legend={question}
          hint={hint}
          options={[...options.map(({ value, label }) => ({ value, label })), open]}
          defaultValue={answer?.choice ?? ""}
        />
      ) : (
        <p className="stack gap-1">
          <strong>{question}</strong> <span className="hint">{hint}</span>
        </p>
      )}
      <Field
        name={freeName(key)}
        label={free}
        as="textarea"
        rows={2}
        maxLength={400}
        optional
        defaultValue={answer?.free}
      />
    </section>
  );
}
