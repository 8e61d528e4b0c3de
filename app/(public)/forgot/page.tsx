import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { askForResetAction } from "./actions";

export const metadata: Metadata = { title: "A new password" };

export default function ForgotPage() {
  const back = (
    <Button variant="plain" href="/sign-in">
      Back to signing in
    </Button>
  );
  return (
    <>
      <PageHeader
        title="A new password"
        intro="We send a link to your e-mail address. With it you choose a new password."
      />
      <Form action={askForResetAction} submit="Send me the link" large beside={back}>
        <Field name="email" label="E-mail address" type="email" autoComplete="username" required />
      </Form>
      <p className="soft small">
        No letter after a few minutes? Look among unwanted mail, check the address, or call your clinic.
      </p>
    </>
  );
}
