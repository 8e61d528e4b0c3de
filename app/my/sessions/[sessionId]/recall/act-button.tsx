import type { ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "@/components/ui/button-class";
import type { Change } from "@/lib/recall/rules";

type Props = {
  change: Change;
  id: string;
  /** What a move goes past. */
  past?: string;
  /** Which thing, for those who do not see where the button stands. */
  of: string;
  variant?: ButtonVariant;
  children: ReactNode;
};

export const deskForm = "desk";

/** A button of the one form of the desk, wherever on the page it stands. */
export function ActButton({ change, id, past, of, variant = "quiet", children }: Props) {
  return (
    <button
      type="submit"
      form={deskForm}
      name="act"
      value={[change, id, past].filter(Boolean).join(".")}
      className={buttonClass(variant)}
    >
      <span>
        {children}
        <span className="sr-only"> {of}</span>
      </span>
    </button>
  );
}
