import { NewPasswordField } from "@/components/account/new-password-field";
import { PasswordField } from "@/components/account/password-field";
import { Checkbox } from "@/components/ui/choices";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import type { OpenedInvitation } from "@/lib/accounts/invitations/queries";
import { timeZones } from "@/lib/clinic/rules";
import { acceptAsKnownAction, acceptAsNewAction } from "./actions";

type Props = { token: string; invitation: OpenedInvitation };

export function NewForm({ token, invitation }: Props) {
  const { role, email, name, clinicTimeZone } = invitation;
  const isStaff = role === "admin" || role === "therapist";
  return (
    <Form action={acceptAsNewAction} submit={submitWords(role)} large>
      <Hidden name="token" value={token} />
      <Address email={email} />
      <Field
        name="name"
        label={isStaff ? "Your name" : "What should we call you?"}
        hint={isStaff ? "It stands under what you sign." : "Your first name is enough. You can change it later."}
        defaultValue={isStaff ? name : name.split(" ")[0]}
        autoComplete={isStaff ? "name" : "given-name"}
        required
      />
      <Field name="pronouns" label="Pronouns" hint="For example they/them" width="medium" optional />
      <Field
        name="timeZone"
        label="Your time zone"
        hint="Times are shown in it."
        as="select"
        options={timeZones()}
        defaultValue={clinicTimeZone}
      />
      <NewPasswordField />
      <Confidential role={role} />
      <Kept />
    </Form>
  );
}

export function KnownForm({ token, invitation }: Props) {
  const { role, email } = invitation;
  return (
    <Form action={acceptAsKnownAction} submit={submitWords(role)} large>
      <Hidden name="token" value={token} />
      <Address email={email} />
      <PasswordField
        name="password"
        label="The password of your account"
        hint="This address has an account here already. What you are invited to becomes part of it, apart from the rest."
        autoComplete="current-password"
      />
      <Confidential role={role} />
      <p>
        <Link href="/forgot">I have forgotten my password</Link>
      </p>
    </Form>
  );
}

const submitWords = (role: OpenedInvitation["role"]) =>
  role === "companion" ? "Yes, I will be there" : "Open my account";

/** Shown, and read by password managers; which account it is stands in the invitation. */
function Address({ email }: { email: string }) {
  return (
    <Field name="email" label="E-mail address" type="email" defaultValue={email} autoComplete="username" readOnly />
  );
}

function Confidential({ role }: Pick<OpenedInvitation, "role">) {
  return role === "companion" ? (
    <Checkbox name="confidential" label="I have read this, and I keep what I see and hear to myself." required />
  ) : null;
}

function Kept() {
  return (
    <p className="soft small">
      Here is <Link href="/privacy">what is kept and who sees it</Link>.
    </p>
  );
}
