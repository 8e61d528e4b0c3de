import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { Details } from "@/components/ui/details";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { givenRoles, type RowsOfRole, reasonsNotToChangeRole, roleWords } from "@/lib/accounts/people/rules";
import { changeRoleAction } from "./actions";
import type { Person } from "./page";

type Props = { person: Person; rows: RowsOfRole; isSelf: boolean };

/** Either the way to another role, or why there is none. */
export function RoleCard({ person, rows, isSelf }: Props) {
  const reasons = reasonsNotToChangeRole({ isSelf }, rows);
  const options = givenRoles
    .filter((role) => role !== person.role)
    .map((value) => ({ value, label: roleWords[value] }));
  return (
    <Card title={`Role: ${roleWords[person.role]}`}>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {rows.length > 0 && (
        <p className="soft">
          Does {person.name} take on another role as well? Invite the same address in that role: one sign-in then opens
          both.
        </p>
      )}
      {reasons.length === 0 && (
        <Details summary="Change the role">
          <Form action={changeRoleAction} submit="Change the role" className="group">
            <Hidden name="personId" value={person.id} />
            <p className="soft">{person.name} is signed out at once and finds the new role when signing in again.</p>
            <RadioGroup name="role" legend="New role" options={options} required />
            <div className="hidden group-has-[[value=therapist]:checked]:block">
              <Field
                name="credentials"
                label="Credentials"
                hint="Shown beside the name on signed notes, such as LPC or PhD."
                width="medium"
                autoComplete="off"
                optional
              />
            </div>
          </Form>
        </Details>
      )}
    </Card>
  );
}
