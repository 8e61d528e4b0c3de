import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NewPasswordField } from "@/components/account/new-password-field";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { isEmptyPortal } from "@/lib/accounts/setup/queries";
import { timeZones } from "@/lib/clinic/rules";
import { env } from "@/lib/core/env";
import { isLoopback } from "@/lib/core/origins";
import { setUpClinicAction, setUpDemonstrationAction } from "./actions";

export const metadata: Metadata = { title: "Welcome" };

const codeField = (
  <Field
    name="code"
    label="Code"
    hint="The start command printed it, where the portal was started."
    width="medium"
    autoComplete="off"
    autoCapitalize="characters"
    spellCheck={false}
    required
  />
);

export default async function SetupPage() {
  if (!(await isEmptyPortal())) redirect("/sign-in");
  return (
    <>
      <PageHeader
        title="Welcome to Threshold"
        intro="Nobody is here yet. Set up your clinic, or look around first with one that is made up."
      />
      <Card title="Look around">
        <p>
          A demonstration clinic with made-up people: an admin, two therapists, patients along their course, a
          companion.
        </p>
        <p className="soft small">
          It takes a moment. A demonstration never becomes a real clinic: for that, start on an empty data folder.
        </p>
        <Form action={setUpDemonstrationAction} submit="Look around with a demonstration clinic" tone="quiet">
          {!isLoopback(env().APP_ORIGIN) && codeField}
        </Form>
      </Card>
      <Card title="Set up your clinic">
        <Form action={setUpClinicAction} submit="Set up your clinic" large>
          {codeField}
          <Field name="clinicName" label="The clinic's name" autoComplete="organization" required />
          <Field
            name="timeZone"
            label="Time zone"
            hint="The clinic's hours are shown in it."
            as="select"
            options={[{ value: "", label: "Choose one" }, ...timeZones()]}
            required
          />
          <Field name="name" label="Your name" hint="You are the first admin." autoComplete="name" required />
          <Field name="email" label="Your e-mail address" type="email" autoComplete="username" required />
          <NewPasswordField />
        </Form>
      </Card>
    </>
  );
}
