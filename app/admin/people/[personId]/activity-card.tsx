import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Hidden } from "@/components/ui/field";
import { meaningOfDeactivation, reasonsNotToDeactivate } from "@/lib/accounts/people/rules";
import { deactivateAction, reactivateAction } from "./actions";
import type { Person, Work } from "./page";

type Props = { person: Person; work: Work; isSelf: boolean };

/** Deactivating with what it means and what stands in the way, or reactivating. */
export function ActivityCard({ person, work, isSelf }: Props) {
  if (person.deactivatedAt)
    return (
      <Card title="Let in again">
        <p className="soft">
          They get back the role they had. Patients and sessions that were handed over stay where they are.
        </p>
        <ConfirmButton
          label="Reactivate"
          title={`Reactivate ${person.name}?`}
          text="They can sign in again at once with the password they had."
          confirm="Reactivate"
          tone="primary"
          action={reactivateAction}
        >
          <Hidden name="personId" value={person.id} />
        </ConfirmButton>
      </Card>
    );
  const isTherapist = person.role === "therapist";
  const open = { patients: isTherapist ? work.patients.length : 0, sessions: isTherapist ? work.sessions : 0 };
  const reasons = reasonsNotToDeactivate({ isSelf }, open);
  const meaning = meaningOfDeactivation(person, work);
  return (
    <Card title="Deactivate">
      {reasons.length === 0 && <p className="soft">Ends their access at once. Nothing is deleted.</p>}
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {reasons.length === 0 && (
        <ConfirmButton
          label="Deactivate"
          title={`Deactivate ${person.name}?`}
          text={meaning.join(" ")}
          confirm="Deactivate"
          action={deactivateAction}
        >
          <Hidden name="personId" value={person.id} />
        </ConfirmButton>
      )}
    </Card>
  );
}
