import type { Metadata } from "next";
import { NewPasswordField } from "@/components/account/new-password-field";
import { PasswordField } from "@/components/account/password-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/actor";
import { changePasswordAction } from "./actions";

export const metadata: Metadata = { title: "Change your password" };

export default async function PasswordPage() {
  await requireActor();
  const back = (
    <Button variant="plain" href="/account">
      Leave it as it is
    </Button>
  );
  return (
    <div className="stack max-w-words">
      <PageHeader
        title="Change your password"
        crumbs={[{ label: "Account", href: "/account" }, { label: "Change your password" }]}
        intro="Everywhere else you are signed out, and we send you a short letter about it."
      />
      <Form action={changePasswordAction} submit="Keep the new password" beside={back}>
        <PasswordField name="password" label="Present password" autoComplete="current-password" />
        <NewPasswordField label="New password" />
      </Form>
    </div>
  );
}
