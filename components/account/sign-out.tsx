import { type ButtonVariant, buttonClass } from "@/components/ui/button-class";

/** A plain form, so that leaving also empties what the browser had in memory. */
export function SignOut({ variant = "plain" }: { variant?: ButtonVariant }) {
  return (
    <form method="post" action="/api/sign-out">
      <button type="submit" className={buttonClass(variant)}>
        Sign out
      </button>
    </form>
  );
}
