import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { SubmitButton } from "@/components/ui/submit-button";
import { feltAfter, feltBefore, feltWords } from "@/lib/practices/rules";
import type { FeltSense } from "@/prisma/generated/enums";

type Props = { legend: string; few: boolean; defaultValue?: FeltSense | null };

/** Words for how it felt before, of which none has to be chosen. */
export function FeltBefore(props: Props) {
  return <FeltRadios name="before" words={feltBefore} {...props} />;
}

/** Words for how it feels after, to choose and keep later. */
export function FeltAfter(props: Props) {
  return <FeltRadios name="after" words={feltAfter} {...props} />;
}

/** Words for how it feels now, each of which ends the form: the second of two taps. */
export function FeltNow({ legend, few, what }: { legend: string; few: boolean; what: string }) {
  return (
    <fieldset className="felt-words">
      <legend>{legend}</legend>
      <Few few={few} words={feltAfter}>
        {(word) => (
          <SubmitButton key={word} variant="quiet" name="after" value={word} className="pill">
            <span className="sr-only">{what}, and now it feels </span>
            {feltWords[word]}
          </SubmitButton>
        )}
      </Few>
    </fieldset>
  );
}

function FeltRadios({ name, words, legend, few, defaultValue }: Props & { name: string; words: FeltSense[] }) {
  const radio = (value: string, label: ReactNode, className: string) => (
    <label key={value} className={className}>
      <input type="radio" name={name} value={value} defaultChecked={value === (defaultValue ?? "")} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset className="felt-words">
      <legend>{legend}</legend>
      <Few few={few && !defaultValue} words={words}>
        {(word) => radio(word, feltWords[word], "pill")}
      </Few>
      {radio("", "no word", "pill no-word")}
    </fieldset>
  );
}

type FewProps = { few: boolean; words: FeltSense[]; children: (word: FeltSense) => ReactNode };

function Few({ few, words, children }: FewProps) {
  if (!few) return <div className="pills">{words.map(children)}</div>;
  return (
    <>
      <div className="pills">{words.slice(0, 3).map(children)}</div>
      <Details summary="More words">
        <div className="pills">{words.slice(3).map(children)}</div>
      </Details>
    </>
  );
}
