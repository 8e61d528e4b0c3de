"use client";

type Props<T extends string | number> = {
  legend: string;
  name: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
};

/** A few words of which one is chosen, outside of any form. */
export function Pills<T extends string | number>({ legend, name, options, value, onChange }: Props<T>) {
  return (
    <fieldset className="felt-words">
      <legend>{legend}</legend>
      <div className="pills">
        {options.map((option) => (
          <label key={option.value} className="pill">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
