import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { listTherapists } from "@/lib/accounts/people/queries";
import { givenRoles, roleWords, therapistOptions } from "@/lib/accounts/people/rules";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { inviteAction } from "./actions";

export const metadata: Metadata = { title: "Invite someone" };

const hints = {
  patient: "Sets intentions and goals, reads their notes, invites companions.",
  therapist: "Sees the patients on whose care team they are, and no others.",
  admin: "Manages accounts and settings. Sees no clinical text.",
};
const roles = givenRoles.map((value) => ({ value, label: roleWords[value], hint: hints[value] }));

export default async function InvitePage() {
  const actor = await requireActor("admin");
  const therapists = await read(actor, listTherapists);
  return (
    <>
      <PageHeader
        title="Invite someone"
        intro="They get a letter with a link that holds for seven days and works once. Companions are invited by their patient."
        crumbs={[{ label: "Accounts", href: "/admin" }, { label: "Invite someone" }]}
      />
      <Card className="max-w-words">
        <Form
          action={inviteAction}
          className="group"
          submit="Send the invitation"
          beside={
            <Button variant="plain" href="/admin">
              Not now
            </Button>
          }
        >
          <RadioGroup name="role" legend="Role" options={roles} required />
          <Field
            name="name"
            label="Name"
            hint="What to call them. Staff sign with it; everybody can change their own later."
            autoComplete="off"
            required
          />
          <Field name="email" label="E-mail address" type="email" autoComplete="off" required />
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
          <div className="hidden group-has-[[value=patient]:checked]:block">
            <Field
              name="therapistId"
              label="Who will treat them"
              hint="On the care team from the moment they accept."
              as="select"
              options={[{ value: "", label: "Decide later" }, ...therapistOptions(therapists)]}
              optional
            />
          </div>
        </Form>
      </Card>
    </>
  );
}
