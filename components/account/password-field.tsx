"use client";

import { type ReactNode, useState, useSyncExternalStore } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";

type Props = { name: string; label: string; hint?: ReactNode; autoComplete: "current-password" | "new-password" };

/** A password, which its writer may look at once the browser can show it. */
export function PasswordField(props: Props) {
  const [shown, setShown] = useState(false);
  const scripted = useSyncExternalStore(never, yes, no);
  return (
    <div className="stack gap-1">
      <Field {...props} type={shown ? "text" : "password"} required spellCheck={false} autoCapitalize="none" />
      {scripted && (
        <button
          type="button"
          aria-pressed={shown}
          className={buttonClass("plain", false, "-ml-2 justify-self-start text-small")}
          onClick={() => setShown(!shown)}
        >
          Show the password
        </button>
      )}
    </div>
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;
