import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PasswordField } from "@/components/account/password-field";
import { ForgetDrafts } from "@/components/autosave/forget-drafts";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Callout } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { isDemonstration } from "@/lib/accounts/setup/queries";
import { findDemonstrationPassword } from "@/lib/accounts/signIns/gateway";
import { findActor, homeOf } from "@/lib/core/actor";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ ended?: string; left?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const actor = await findActor();
  if (actor) redirect(homeOf[actor.role]);
  const { ended, left } = await searchParams;
  return (
    <>
      <PageHeader title="Sign in" intro="Welcome. Take your time." />
      {ended && (
        <Callout>
          Your session has ended. You were away for a while, or signed out elsewhere. What was saved is still there.
        </Callout>
      )}
      {left && <ForgetDrafts />}
      {left && <Callout tone="calm">You are signed out. Close the window if others use this device.</Callout>}
      {(await isDemonstration()) && <Demonstration password={await findDemonstrationPassword()} />}
      <Form action={signInAction} submit="Sign in" large>
        <Field name="email" label="E-mail address" type="email" autoComplete="username" required />
        <PasswordField name="password" label="Password" autoComplete="current-password" />
      </Form>
      <Stack gap="small">
        <p>
          <Link href="/forgot">I have forgotten my password</Link>
        </p>
        <p className="soft small">
          No account yet? Your clinic invites you by e-mail. Here is{" "}
          <Link href="/privacy">what is kept and who sees it</Link>.
        </p>
      </Stack>
    </>
  );
}

const madeUp = [
  ["admin@demo.test", "the admin"],
  ["therapist@demo.test", "a therapist"],
  ["therapist2@demo.test", "another therapist"],
  ["patient@demo.test", "a patient"],
  ["patient2@demo.test", "another patient"],
  ["companion@demo.test", "the first patient's companion"],
] as const;

function Demonstration({ password }: { password?: string }) {
  return (
    <Callout>
      <p>This is a demonstration clinic. Nobody here is real. Sign in as:</p>
      <ul className="small my-2">
        {madeUp.map(([email, who]) => (
          <li key={email}>
            <strong>{email}</strong>, {who}
          </li>
        ))}
      </ul>
      {password ? (
        <p>
          Their password: <strong>{password}</strong>
        </p>
      ) : (
        <p>The start command printed their password.</p>
      )}
    </Callout>
  );
}
