import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { searchAction } from "./actions";

type Props = {
  /** The page that shows what is found. */
  place: string;
  defaultValue: string;
  /** What else the address carries. */
  kept?: Record<string, string | undefined>;
  /** Other filters, sent with the search. */
  children?: ReactNode;
};

/** Searches a patient's own pages by their words, without the words in an address. */
export function OwnSearch({ place, defaultValue, kept = {}, children }: Props) {
  const carried = Object.entries({ place, ...kept }).filter(([, value]) => value);
  return (
    <search>
      <Form key={defaultValue} action={searchAction} submit="Search" tone="quiet" quiet className="search">
        {carried.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        <Field name="q" type="search" label="Find a page by its words" defaultValue={defaultValue} maxLength={100} />
        {children}
      </Form>
    </search>
  );
}
