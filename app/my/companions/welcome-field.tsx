"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Field } from "@/components/ui/field";

type Opening = { key: string; title: string; text: string };
type Props = { openings: Opening[]; hints: string[]; welcome?: string };

/** The invitation in the patient's own words, with three ways to begin. */
export function WelcomeField({ openings, hints, welcome }: Props) {
  const hydrated = useSyncExternalStore(never, yes, no);
  return (
    <div className="stack gap-3">
      <Field
        name="welcome"
        label="What do you want to say to them?"
        hint="In your own words. They read it on the page behind the link; the letter holds none of it."
        as="textarea"
        rows={6}
        maxLength={2000}
        voice
        optional
        defaultValue={welcome}
      />
      <Details summary="Ways to begin">
        <ul className="grid list-disc gap-1 pl-5 soft">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
        {openings.map(({ key, title, text }) => (
          <div key={key} className="stack gap-2 border-line border-t pt-4">
            <h3 className="font-text text-body">{title}</h3>
            <p className="words small">{text}</p>
            {hydrated && (
              <Button
                variant="quiet"
                className="justify-self-start"
                onClick={(event) => take(event.currentTarget, text)}
              >
                Begin with this<span className="sr-only">: {title}</span>
              </Button>
            )}
          </div>
        ))}
      </Details>
    </div>
  );
}

/** What is written there already stays, and comes after it. */
function take(button: HTMLButtonElement, text: string) {
  const area = button.form?.elements.namedItem("welcome");
  if (!(area instanceof HTMLTextAreaElement)) return;
  area.value = [text, area.value.trim()].filter(Boolean).join("\n\n");
  area.focus();
  area.setSelectionRange(text.length, text.length);
}

const never = () => () => {};
const yes = () => true;
const no = () => false;
