import type { ReactNode } from "react";

type Props = {
  label: string;
  name?: string;
  defaultValue?: string;
  placeholder?: string;
  /** Other filters (selects with labels), sent with the search. */
  children?: ReactNode;
  submit?: string;
};

/** A GET form: the address of the page holds the search. */
export function SearchField({ label, name = "q", defaultValue, children, submit = "Search", placeholder }: Props) {
  return (
    <search>
      <form className="search" method="get">
        <div className="field">
          <label htmlFor={`search-${name}`}>{label}</label>
          <input
            id={`search-${name}`}
            type="search"
            name={name}
            defaultValue={defaultValue}
            placeholder={placeholder}
          />
        </div>
        {children}
        <button type="submit" className="btn quiet">
          {submit}
        </button>
      </form>
    </search>
  );
}

type FilterProps = { label: string; name: string; options: { value: string; label: string }[]; defaultValue?: string };

export function Filter({ label, name, options, defaultValue }: FilterProps) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={defaultValue}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
