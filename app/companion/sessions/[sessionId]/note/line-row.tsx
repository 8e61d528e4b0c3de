"use client";

import { type FormEvent, useEffect, useRef } from "react";
import { Field } from "@/components/ui/field";
import type { Line, Row } from "./use-rows";

type Props = {
  row: Row;
  number: number;
  /** Set while the session is under way: the first letter sets the time, in this zone. */
  zone?: string;
  onRemove: (kept: Pick<Line, "time" | "text">) => void;
};

export function LineRow({ row, number, zone, onRemove }: Props) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (row.isBack) tellForm(item.current?.querySelector("textarea"));
  }, [row.isBack]);
  const parts = () => ({ time: item.current?.querySelector("input"), text: item.current?.querySelector("textarea") });
  const setTime = (event: FormEvent) => {
    const { time, text } = parts();
    if (zone && event.target === text && text?.value && time?.value === "") time.value = clock(zone);
  };
  const remove = () => onRemove({ time: parts().time?.value ?? "", text: parts().text?.value ?? "" });
  return (
    <li ref={item} onInput={setTime} className={layout}>
      <div className="[grid-area:time] [&_input]:min-h-14">
        <Field name={`time:${row.id}`} label={`Time of line ${number}`} hideLabel type="time" defaultValue={row.time} />
      </div>
      <div className="[grid-area:text] [&_textarea]:min-h-14">
        <Field
          name={`text:${row.id}`}
          label={`Words of line ${number}`}
          hideLabel
          as="textarea"
          rows={1}
          voice
          placeholder="Their words, as they come"
          defaultValue={row.text}
        />
      </div>
      <button
        type="button"
        className="btn plain noscript:hidden [grid-area:out] justify-self-end group-has-[textarea:placeholder-shown]:hidden"
        aria-label={`Take out line ${number}`}
        onClick={remove}
      >
        Take out
      </button>
    </li>
  );
}

const layout =
  "group grid items-start gap-x-3 gap-y-2 grid-cols-[9.5rem_minmax(0,1fr)] [grid-template-areas:'time_out'_'text_text'] sm:grid-cols-[9.5rem_minmax(0,1fr)_auto] sm:[grid-template-areas:'time_text_out']";

/** Sends the line without words, which takes it out. */
export function RemovedRow({ row, onPutBack }: { row: Row; onPutBack: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => tellForm(input.current), []);
  return (
    <li className="row justify-between soft">
      <input ref={input} type="hidden" name={`text:${row.id}`} value="" readOnly data-autosave />
      <span>Line taken out</span>
      <button type="button" className="btn plain" onClick={onPutBack}>
        Put it back
      </button>
    </li>
  );
}

const tellForm = (control?: Element | null) => {
  control?.dispatchEvent(new Event("input", { bubbles: true }));
};

const clock = (timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(
    new Date(),
  );
