import type { Metadata } from "next";
import { NewPasswordField } from "@/components/account/new-password-field";
import { Button } from "@/components/ui/button";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { isResetOpen } from "@/lib/accounts/passwords/queries";
import { resetPasswordAction } from "./actions";

export const metadata: Metadata = { title: "Choose a new password", referrer: "no-referrer" };

export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  if (!(await isResetOpen(token))) return <LinkEnded />;
  return (
    <>
      <PageHeader
        title="Choose a new password"
        intro="Afterwards you are signed out everywhere, and sign in with the new one."
      />
      <Form action={resetPasswordAction} submit="Keep this password" large>
        <Hidden name="token" value={token} />
        <NewPasswordField label="New password" />
      </Form>
    </>
  );
}

function LinkEnded() {
  return (
    <>
      <PageHeader title="This link no longer works" />
      <p>It has been used, is older than 30 minutes, or a newer one was sent.</p>
      <div className="row">
        <Button href="/forgot">Send me a new link</Button>
        <Button variant="plain" href="/sign-in">
          Sign in
        </Button>
      </div>
    </>
  );
}
