"use client";

import { type FormEvent, useState } from "react";
import { Field } from "@/components/ui/field";
import { useField } from "@/components/ui/form";
import { arrange, formats, isFormat, type NoteText, type SectionKey } from "@/lib/notes/rules";

const options = Object.entries(formats).map(([value, label]) => ({ value, label }));

/** The format and its sections. On changing the format, what was typed in sections that it does not have stays, below its own. */
export function SectionFields({ format: saved, sections }: NoteText) {
  const rejected = useField("format", saved);
  const [format, setFormat] = useState(saved);
  const [filled, setFilled] = useState<ReadonlySet<string>>(new Set(Object.keys(sections)));
  const [seen, setSeen] = useState(rejected.value);
  if (rejected.value !== seen) {
    setSeen(rejected.value);
    if (rejected.value && isFormat(rejected.value)) setFormat(rejected.value);
  }
  const changed = ({ target }: FormEvent) => {
    if (target instanceof HTMLSelectElement && isFormat(target.value)) setFormat(target.value);
    if (target instanceof HTMLTextAreaElement && target.value && !filled.has(target.name)) {
      setFilled(new Set([...filled, target.name]));
    }
  };
  const kept = (key: SectionKey) => filled.has(key) || Boolean(rejected.rejected?.current?.[key]);
  return (
    <div className="stack" onInput={changed} onChange={changed}>
      <Field name="format" label="Format" as="select" width="medium" options={options} defaultValue={saved} />
      {arrange(format, sections).map(({ key, label, hint, text, carried }) => (
        <div key={key} hidden={carried && !kept(key)}>
          <Field
            name={key}
            label={label}
            hint={carried ? "Kept from another format. It stays in the note unless you empty it." : hint}
            as="textarea"
            defaultValue={text}
          />
        </div>
      ))}
    </div>
  );
}
