import type { Ref } from "react";
import type { FormState } from "@/lib/core/form-state";

type Props = {
  state: Extract<FormState, { status: "rejected" }>;
  formId: string;
  ref?: Ref<HTMLDivElement>;
};

export function ErrorSummary({ state, formId, ref }: Props) {
  const heading = state.current ? "Someone else changed this meanwhile" : "There is a problem";
  const titleId = `${formId}-problem`;
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what brings the errors into view
    <div ref={ref} className="summary" role="alert" aria-labelledby={titleId} tabIndex={-1} autoFocus>
      <h2 id={titleId}>{heading}</h2>
      {state.message && <p>{state.message}</p>}
      <ul>
        {Object.entries(state.errors).map(([name, message]) => (
          <li key={name}>
            <a href={`#${formId}-${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
