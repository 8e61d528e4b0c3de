"use client";

import { type FormEvent, useState } from "react";
import { HintAndError } from "@/components/ui/field-parts";
import { useField } from "@/components/ui/form";
import { mostBytes, mostCharacters, tooLong } from "@/lib/journal/limits/rules";

type Props = { opening: string; brief: boolean; defaultValue?: string };

/** The page itself: no frame, the voice of the house, and a kind word once it is full. */
export function PageText({ opening, brief, defaultValue }: Props) {
  const { id, error, value, describedBy } = useField("text", defaultValue);
  const [full, setFull] = useState(false);
  const measure = ({ currentTarget }: FormEvent<HTMLTextAreaElement>) => setFull(isFull(currentTarget.value));
  const said = full ? tooLong : error;
  return (
    <div className="field">
      <label htmlFor={id} className="sr-only">
        Your words
      </label>
      <textarea
        id={id}
        name="text"
        rows={brief ? 6 : 12}
        className={brief ? "brief" : undefined}
        placeholder={opening}
        defaultValue={value}
        onInput={measure}
        aria-describedby={describedBy()}
        aria-invalid={Boolean(said)}
      />
      <div role="status">{said && <HintAndError id={id} error={said} />}</div>
    </div>
  );
}

/** Short texts are not measured in bytes, so that typing stays quick. */
const isFull = (text: string) =>
  text.length > mostCharacters || (text.length > mostBytes / 4 && new Blob([text]).size > mostBytes);
