import type { ReactNode } from "react";

type HintProps = { id: string; hint?: ReactNode; error?: string };

export function HintAndError({ id, hint, error }: HintProps) {
  return (
    <>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="error">
          {error}
        </span>
      )}
    </>
  );
}

type ConflictProps = { theirs: string; yours: ReactNode; label: string };

/** The same passage as it is kept now, and as it was typed here. */
export function ConflictPanel({ theirs, yours, label }: ConflictProps) {
  return (
    <fieldset className="conflict">
      <legend className="sr-only">{label}: two versions</legend>
      <div>
        <strong className="small">Their text, kept now</strong>
        <p className="theirs">{theirs || "(empty)"}</p>
      </div>
      <div>
        <strong className="small">Your text, not yet kept</strong>
        {yours}
      </div>
    </fieldset>
  );
}
