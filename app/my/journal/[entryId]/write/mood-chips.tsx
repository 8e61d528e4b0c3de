"use client";

import { Details } from "@/components/ui/details";
import { Field } from "@/components/ui/field";
import { useField } from "@/components/ui/form";
import { moodField } from "@/lib/journal/limits/rules";

type Props = { first: string[]; rest: string[]; chosen: string[]; own: string };

/** Moods as words, each switched on and off by itself, and room for one's own. */
export function MoodChips({ first, rest, chosen, own }: Props) {
  return (
    <fieldset className="field gap-3">
      <legend>How it feels, if there is a word for it</legend>
      <Chips words={first} chosen={chosen} />
      {rest.length > 0 && (
        <Details summary="More words">
          <Chips words={rest} chosen={chosen} />
        </Details>
      )}
      <Field name="ownMoods" label="A word of your own" optional maxLength={120} defaultValue={own} />
    </fieldset>
  );
}

const Chips = ({ words, chosen }: { words: string[]; chosen: string[] }) => (
  <div className="mood-chips">
    {words.map((word) => (
      <Chip key={word} word={word} chosen={chosen.includes(word)} />
    ))}
  </div>
);

function Chip({ word, chosen }: { word: string; chosen: boolean }) {
  const { id, rejected } = useField(moodField(word));
  const checked = rejected ? rejected.values[moodField(word)] === word : chosen;
  return (
    <label htmlFor={id} className="mood-chip">
      <input id={id} type="checkbox" name={moodField(word)} value={word} defaultChecked={checked} />
      <span>{word}</span>
    </label>
  );
}
