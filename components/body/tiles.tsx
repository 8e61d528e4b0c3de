"use client";

import { classNames } from "@/components/ui/class-names";
import type { Option } from "@/components/ui/field";
import { HintAndError } from "@/components/ui/field-parts";
import { useField } from "@/components/ui/form";

type Props = { name: string; legend: string; options: Option[]; hint?: string; defaultValue?: string };

/** A few words to choose from, of which none has to be chosen: what was chosen can be left out again, without JavaScript too. */
export function Tiles({ name, legend, options, hint, defaultValue = "" }: Props) {
  const { id, value = "", error, theirs, describedBy } = useField(name, defaultValue);
  const differs = theirs !== undefined && theirs !== value;
  const input = (option: string, own: string) => (
    <input id={own} type="radio" name={name} value={option} defaultChecked={option === value} />
  );
  return (
    <fieldset className={classNames("field leavable", error && "bad")} aria-describedby={describedBy(hint)}>
      <legend>{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {differs && <Theirs word={options.find((option) => option.value === theirs)?.label} />}
      <div className="tiles">
        {options.map((option, index) => (
          <label key={option.value} htmlFor={idOf(id, option, index)} className="tile">
            {input(option.value, idOf(id, option, index))}
            <span>
              {option.label}
              {option.hint && <span className="hint block">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <label htmlFor={`${id}-left`} className="leave-out">
        {input("", `${id}-left`)}
        <span>
          leave out<span className="sr-only">: {legend}</span>
        </span>
      </label>
    </fieldset>
  );
}

export function Theirs({ word }: { word?: string }) {
  return (
    <p className="kept-now">
      Kept now: <strong>{word || "left out"}</strong>. Yours is below.
    </p>
  );
}

// The error summary links to the group's id, which is its first option.
const idOf = (id: string, option: Option, index: number) => (index === 0 ? id : `${id}-${option.value}`);
