"use client";

import type { ReactNode } from "react";
import { classNames } from "./class-names";
import type { Option } from "./field";
import { HintAndError } from "./field-parts";
import { useField } from "./form";

type GroupProps = {
  name: string;
  legend: string;
  options: Option[];
  hint?: ReactNode;
  required?: boolean;
  /** "tiles" for short words side by side, at least 64 px high. */
  look?: "list" | "tiles";
};

export function RadioGroup({ defaultValue, required, ...group }: GroupProps & { defaultValue?: string }) {
  const field = useField(group.name, defaultValue);
  return (
    <Group {...group} field={field}>
      {(option, id) => (
        <input
          id={id}
          type="radio"
          name={group.name}
          value={option.value}
          required={required}
          disabled={option.disabled}
          defaultChecked={field.value === option.value}
        />
      )}
    </Group>
  );
}

/** Sends `name` once for each chosen value. After a rejection, `values[name]` holds them joined by commas. */
export function CheckboxGroup({ defaultValues = [], ...group }: GroupProps & { defaultValues?: string[] }) {
  const field = useField(group.name);
  const chosen = field.rejected ? (field.value ?? "").split(",") : defaultValues;
  return (
    <Group {...group} field={field}>
      {(option, id) => (
        <input
          id={id}
          type="checkbox"
          name={group.name}
          value={option.value}
          disabled={option.disabled}
          defaultChecked={chosen.includes(option.value)}
        />
      )}
    </Group>
  );
}

type CheckboxProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
};

export function Checkbox({ name, label, hint, value = "on", defaultChecked = false, required }: CheckboxProps) {
  const { id, error, rejected, describedBy } = useField(name);
  const checked = rejected ? rejected.values[name] === value : defaultChecked;
  return (
    <div className={classNames("field", error && "bad")}>
      {error && <HintAndError id={id} error={error} />}
      <label className="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          required={required}
          defaultChecked={checked}
          aria-invalid={!!error}
          aria-describedby={describedBy(hint)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <span id={`${id}-hint`} className="hint choice-hint">
          {hint}
        </span>
      )}
    </div>
  );
}

type InnerProps = Omit<GroupProps, "required"> & {
  field: ReturnType<typeof useField>;
  children: (option: Option, id: string) => ReactNode;
};

function Group({ legend, options, hint, look = "list", field, children }: InnerProps) {
  const { id, error, describedBy } = field;
  return (
    <fieldset className={classNames("field", error && "bad")} aria-describedby={describedBy(hint)}>
      <legend>{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      <div className={look === "tiles" ? "tiles" : "choices"}>
        {options.map((option, index) => (
          <label
            key={option.value}
            htmlFor={optionId(id, option, index)}
            className={look === "tiles" ? "tile" : "choice"}
          >
            {children(option, optionId(id, option, index))}
            <span>
              {option.label}
              {option.hint && <span className="hint block">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

// The error summary links to the group's id, which is its first option.
const optionId = (id: string, option: Option, index: number) => (index === 0 ? id : `${id}-${option.value}`);
