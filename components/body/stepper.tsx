"use client";

import { useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { HintAndError } from "@/components/ui/field-parts";
import { useField } from "@/components/ui/form";
import { Theirs } from "./tiles";

type Props = {
  name: string;
  label: string;
  unit: string;
  max: number;
  step: number;
  /** Where the first press of plus or minus begins. */
  start: number;
  defaultValue?: string;
};

/** A number with a button for less and one for more; it can also be typed, or left empty. */
export function Stepper({ name, label, unit, max, step, start, defaultValue = "" }: Props) {
  const { id, value, error, theirs, describedBy } = useField(name, defaultValue);
  const input = useRef<HTMLInputElement>(null);
  const [said, say] = useState("");
  const move = (by: 1 | -1) => {
    const control = input.current;
    if (!control) return;
    if (control.value === "") control.value = String(start);
    else if (by > 0) control.stepUp();
    else control.stepDown();
    say(`${control.value} ${unit}`);
  };
  const much = step === 0.5 ? "Half" : "One";
  return (
    <div className={classNames("field stepper", error && "bad")}>
      <label htmlFor={id}>{label}</label>
      <HintAndError id={id} error={error} />
      {theirs !== undefined && theirs !== value && <Theirs word={theirs && `${theirs} ${unit}`} />}
      <div className="row">
        <button type="button" className="btn quiet" aria-label={`${much} less: ${label}`} onClick={() => move(-1)}>
          −
        </button>
        <input
          ref={input}
          id={id}
          type="number"
          name={name}
          min={0}
          max={max}
          step={step}
          inputMode="decimal"
          placeholder="–"
          autoComplete="off"
          defaultValue={value}
          aria-invalid={!!error}
          aria-describedby={`${id}-unit ${describedBy() ?? ""}`}
        />
        <button type="button" className="btn quiet" aria-label={`${much} more: ${label}`} onClick={() => move(1)}>
          +
        </button>
        <span id={`${id}-unit`} className="soft">
          {unit}
        </span>
        <span role="status" className="sr-only">
          {said}
        </span>
      </div>
    </div>
  );
}
