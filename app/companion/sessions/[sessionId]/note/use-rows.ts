import { type MouseEvent, useEffect, useRef, useState } from "react";

export type Line = { id: string; time: string; text: string };
/** A row that was taken out stays, so that it can be put back. */
export type Row = Line & { isRemoved?: boolean; isBack?: boolean };

type Fields = Record<string, string[]>;

export function useRows(first: Line[]) {
  const [rows, setRows] = useState<Row[]>(first);
  const list = useRef<HTMLFieldSetElement>(null);
  const wasAdded = useRef(false);

  useEffect(() => {
    const form = list.current?.form;
    const fill = (event: Event) => setRows((before) => withFields(before, (event as CustomEvent<Fields>).detail));
    form?.addEventListener("autosave:fill", fill);
    return () => form?.removeEventListener("autosave:fill", fill);
  }, []);

  useEffect(() => {
    if (wasAdded.current && rows.length > 0) [...(list.current?.querySelectorAll("textarea") ?? [])].at(-1)?.focus();
    wasAdded.current = false;
  }, [rows.length]);

  const add = (event: MouseEvent) => {
    event.preventDefault();
    wasAdded.current = true;
    setRows((before) => [...before, { id: crypto.randomUUID(), time: "", text: "" }]);
  };
  const change = (id: string, values: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...values } : row)));
  return { rows, add, change, list };
}

/** Lays out a row for every line that a form's fields name and that has none, or was taken out. */
function withFields(rows: Row[], fields: Fields): Row[] {
  const named = Object.entries(fields).flatMap(([name, [text = ""]]) =>
    name.startsWith("text:") && text
      ? [{ id: name.slice(5), text, time: fields[`time:${name.slice(5)}`]?.[0] ?? "" }]
      : [],
  );
  const known = new Set(rows.map(({ id }) => id));
  const back = rows.map((row) => {
    const line = row.isRemoved && named.find(({ id }) => id === row.id);
    return line ? { ...line, isRemoved: false } : row;
  });
  return [...back, ...named.filter(({ id }) => !known.has(id))];
}
