import { Field, Hidden, type Option } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/components/ui/use-form";

type Props = {
  action: FormAction;
  fromId: string;
  patient: { patientId: string; name: string; sessions: { id: string; startsAt: Date }[] };
  others: Option[];
  zone: string;
};

/** One patient to another therapist, with the sessions planned. */
export function HandOverForm({ action, fromId, patient, others, zone }: Props) {
  const { patientId, name, sessions } = patient;
  return (
    <>
      {sessions.length === 0 && (
        <p className="soft">No session is planned. The place on the care team is handed over.</p>
      )}
      {sessions.length > 0 && (
        <div className="soft">
          The place on the care team is handed over, and with it:
          <ul className="list-disc pl-5 mt-1">
            {sessions.map(({ id, startsAt }) => (
              <li key={id}>
                the session on <Time at={startsAt} zone={zone} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {others.length > 0 && (
        <Form action={action} submit="Hand over" tone="quiet" aria-label={`Hand over ${name}`}>
          <Hidden name="patientId" value={patientId} />
          <Hidden name="fromId" value={fromId} />
          <Field
            name="toId"
            label="To whom"
            as="select"
            width="medium"
            options={[{ value: "", label: "Choose a therapist" }, ...others]}
            required
          />
        </Form>
      )}
    </>
  );
}
