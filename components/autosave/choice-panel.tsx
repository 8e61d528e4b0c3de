"use client";

import { useEffect, useRef } from "react";
import type { Autosaver } from "@/client/autosave/autosaver";
import { labelOf, readForm, wordsOf } from "@/client/autosave/form-fields";
import { differing } from "@/client/autosave/plan";
import type { Choice } from "@/client/autosave/state";
import { buttonClass } from "@/components/ui/button-class";
import { choiceWords } from "./words";

type Props = { saver: Autosaver; choice: Choice; zone: string };

/** Two texts side by side, of which one is chosen, or both. */
export function ChoicePanel({ saver, choice, zone }: Props) {
  const panel = useRef<HTMLElement>(null);
  const { form } = saver;
  const here = readForm(form);
  const words = choiceWords(choice, zone);
  const conflict = choice.why === "conflict";
  const sides = conflict ? (["both", "mine", "theirs"] as const) : (["mine", "both", "theirs"] as const);
  const offered = sides.filter((side) => choice.why !== "newer" || side !== "both");
  useEffect(() => {
    if (conflict) panel.current?.focus();
  }, [conflict]);
  return (
    <section ref={panel} className="notice gold stack" tabIndex={-1} role="alert" aria-labelledby="two-texts">
      <h3 id="two-texts">{words.title}</h3>
      <p>{words.text}</p>
      {differing(choice.other, here).map((name) => (
        <div key={name} className="stack gap-1">
          <strong>{labelOf(form, name)}</strong>
          <div className="conflict">
            <Side title={words.other} texts={choice.other[name]} show={(value) => wordsOf(form, name, value)} />
            <Side title={words.own} texts={here[name]} show={(value) => wordsOf(form, name, value)} />
          </div>
        </div>
      ))}
      <div className="row">
        {offered.map((side, index) => (
          <button
            key={side}
            type="button"
            className={buttonClass(index === 0 ? "primary" : "quiet")}
            onClick={() => void saver.choose(side)}
          >
            {words.buttons[side]}
          </button>
        ))}
      </div>
    </section>
  );
}

function Side({ title, texts = [], show }: { title: string; texts?: string[]; show: (value: string) => string }) {
  return (
    <div>
      <span className="small soft">{title}</span>
      <p className="theirs">{texts.map(show).join("\n") || "(empty)"}</p>
    </div>
  );
}
