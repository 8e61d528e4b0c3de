import { WithholdFields } from "@/components/notes/withhold-fields";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { signNoteAction } from "./actions";

type Props = {
  note: { id: string; version: number };
  patientName: string;
  signature: string;
  releaseAtOnce: boolean;
  asksPassword: boolean;
};

export function SignForm({ note, patientName, signature, releaseAtOnce, asksPassword }: Props) {
  return (
    <Card title="Your signature" level={3}>
      <Form action={signNoteAction} submit="Sign the note">
        <input type="hidden" name="noteId" value={note.id} />
        <input type="hidden" name="version" value={note.version} />
        <p>
          You sign as <strong>{signature}</strong>. The note is then locked for everybody, you included. Later changes
          are addenda.
        </p>
        <RadioGroup
          name="release"
          legend={`Can ${patientName} read it?`}
          defaultValue="clinic"
          options={[
            releaseAtOnce
              ? { value: "clinic", label: "Yes, as soon as it is signed" }
              : { value: "clinic", label: "Not yet", hint: "You can release it at any time." },
            { value: "withhold", label: "No, it is withheld", hint: "For one of the reasons that the law allows." },
          ]}
        />
        <div className="hidden in-[form:has([value=withhold]:checked)]:block">
          <WithholdFields />
        </div>
        {asksPassword && (
          <Field
            name="password"
            label="Your password"
            hint="You gave it more than ten minutes ago."
            type="password"
            autoComplete="current-password"
            required
          />
        )}
      </Form>
    </Card>
  );
}
