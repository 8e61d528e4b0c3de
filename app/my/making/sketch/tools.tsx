import type { ReactNode } from "react";
import { widths } from "./strokes";

type Ink = { name: string; colour: string };
type Props = {
  inks: readonly Ink[];
  ink: string;
  onInk: (colour: string) => void;
  width: number;
  onWidth: (width: number) => void;
  /** Beside the widths: undo and redo. */
  children: ReactNode;
};

/** The inks and the two widths, as one chooses pens. */
export function Tools({ inks, ink, onInk, width, onWidth, children }: Props) {
  return (
    <div className="pens">
      <fieldset>
        <legend className="sr-only">Ink</legend>
        {inks.map(({ name, colour }) => (
          <label key={name} className="pen">
            <input type="radio" name="ink" checked={ink === colour} onChange={() => onInk(colour)} />
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="9" fill={colour} />
            </svg>
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <div className="pen-row">
        <fieldset>
          <legend className="sr-only">Width</legend>
          {widths.map((one) => (
            <label key={one.name} className="pen">
              <input type="radio" name="width" checked={width === one.width} onChange={() => onWidth(one.width)} />
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path
                  d="M4 16C8 6 14 20 20 8"
                  fill="none"
                  stroke="currentColor"
                  strokeLinecap="round"
                  strokeWidth={one.width / 4.5}
                />
              </svg>
              <span>{one.name}</span>
            </label>
          ))}
        </fieldset>
        {children}
      </div>
    </div>
  );
}

/** An arrow that turns back, or on. */
export function Turn({ back }: { back?: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    >
      <g transform={back ? undefined : "matrix(-1 0 0 1 24 0)"}>
        <path d="M9 7 5 11l4 4" strokeLinejoin="round" />
        <path d="M5 11h9a5 5 0 0 1 0 10h-3" />
      </g>
    </svg>
  );
}
