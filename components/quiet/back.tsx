"use client";

import { type FormAction, useForm } from "@/components/ui/use-form";
import { BackArrow } from "./screen";

/** The way back to one's space, which also says that quiet mode need not come by itself any more today. */
export function Back({ action }: { action: FormAction }) {
  const { state, submit, pending, formKey } = useForm(action);
  return (
    <form action={submit} className="quiet-leave">
      <input type="hidden" name="formKey" value={formKey} readOnly autoComplete="off" suppressHydrationWarning />
      <button type="submit" className="quiet-back" aria-disabled={pending || undefined}>
        <BackArrow />
        Back
      </button>
      <p role="status" className="soft">
        {state.status === "rejected" && (
          <>
            The portal does not answer just now. Quiet stays open. <a href="/my">Try again</a>
          </>
        )}
      </p>
    </form>
  );
}
