import { PasswordField } from "./password-field";

/** Where a password is chosen, with what makes a good one. */
export function NewPasswordField({ label = "Choose a password" }: { label?: string }) {
  return (
    <PasswordField
      name="newPassword"
      label={label}
      hint="15 characters or more. Four or five words that have nothing to do with each other are easy to keep and hard to guess."
      autoComplete="new-password"
    />
  );
}
