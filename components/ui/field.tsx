"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { ConflictPanel, HintAndError } from "./field-parts";
import { useField } from "./form";

export type Option = { value: string; label: string; hint?: string; disabled?: boolean };

type Passed = Pick<
  ComponentProps<"input">,
  | "required"
  | "autoComplete"
  | "inputMode"
  | "maxLength"
  | "minLength"
  | "min"
  | "max"
  | "step"
  | "placeholder"
  | "readOnly"
  | "spellCheck"
  | "autoCapitalize"
  | "list"
  | "accept"
  | "pattern"
>;

type Props = Passed & {
  name: string;
  label: string;
  hint?: ReactNode;
  as?: "input" | "textarea" | "select";
  type?:
    | "text"
    | "email"
    | "password"
    | "tel"
    | "url"
    | "number"
    | "date"
    | "time"
    | "datetime-local"
    | "search"
    | "file";
  options?: Option[];
  defaultValue?: string;
  rows?: number;
  /** Says "(optional)" beside the label. */
  optional?: boolean;
  /** How wide the control is; the measure of what goes in. */
  width?: "short" | "medium" | "full";
  /** People's own words: the serif voice. */
  voice?: boolean;
  /** The label is only for screen readers. */
  hideLabel?: boolean;
};

export function Field({
  name,
  label,
  hint,
  optional,
  width = "full",
  voice,
  hideLabel,
  defaultValue,
  ...control
}: Props) {
  const field = useField(name, defaultValue);
  const { id, error, theirs } = field;
  const differs = theirs !== undefined && theirs !== field.value;
  const shared = {
    id,
    name,
    "aria-describedby": field.describedBy(hint),
    "aria-invalid": !!error,
    className: classNames(width !== "full" && width, voice && "voice"),
  };
  const element = (
    <Control {...control} shared={shared} value={control.type === "password" ? undefined : field.value} />
  );
  return (
    <div className={classNames("field", error && "bad")}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : undefined}>
        {label}
        {optional && <span className="optional"> (optional)</span>}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {differs ? <ConflictPanel label={label} theirs={theirs} yours={element} /> : element}
    </div>
  );
}

type Shared = Pick<ComponentProps<"input">, "id" | "name" | "aria-describedby" | "aria-invalid" | "className">;
type ControlProps = Passed & Pick<Props, "as" | "type" | "options" | "rows"> & { shared: Shared; value?: string };

function Control({ as = "input", options = [], rows = 4, type = "text", shared, value, ...passed }: ControlProps) {
  if (as === "textarea") {
    const { required, maxLength, placeholder, readOnly, spellCheck, autoCapitalize, autoComplete } = passed;
    const fit = { required, maxLength, placeholder, readOnly, spellCheck, autoCapitalize, autoComplete };
    const look = classNames(shared.className, rows > 6 && "tall");
    return <textarea {...shared} {...fit} className={look} rows={rows} defaultValue={value} />;
  }
  if (as === "input") return <input {...shared} {...passed} type={type} defaultValue={value} />;
  // React does not move a select's default after mounting, so a new one is mounted.
  return (
    <select {...shared} key={value} required={passed.required} autoComplete={passed.autoComplete} defaultValue={value}>
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
  );
}

type DateTimeProps = Pick<
  Props,
  "name" | "label" | "hint" | "defaultValue" | "optional" | "required" | "min" | "max"
> & {
  /** IANA zone in which the wall-clock value is meant; said in the hint. */
  zone: string;
};

/** A wall-clock time "2026-11-21T14:00" in `zone`. */
export function DateTimeField({ zone, hint, ...rest }: DateTimeProps) {
  const place = `Time in ${zone.replace(/_/g, " ")}`;
  return (
    <Field
      {...rest}
      type="datetime-local"
      width="medium"
      hint={
        hint ? (
          <>
            {hint} · {place}
          </>
        ) : (
          place
        )
      }
    />
  );
}

/** Carries a value along. On a conflict it takes the newer one, so that saving again is a knowing choice. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  const { theirs } = useField(name);
  return <input type="hidden" name={name} value={theirs ?? value} readOnly />;
}
