"use client";

import type { ReactNode } from "react";
import type { Settings } from "@/client/autosave/autosaver";
import { Autosave, AutosaveStatus } from "@/components/autosave/autosave";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveNoteAction } from "./actions";
import { Lines } from "./lines";
import type { Line } from "./use-rows";

type Prompt = { key: string; title: string; hint: ReactNode };
type Texts = Partial<Record<"saw" | "seemed" | "moved", string>>;

type Props = {
  sessionId: string;
  zone: string;
  /** The session is under way: a new line takes the time of its first letter. */
  isNow: boolean;
  prompts: Prompt[];
  texts: Texts;
  lines: Line[];
  emptyLineId: string;
  autosave: Settings;
  /** More fields of the same note, after the prompts. */
  children: ReactNode;
};

export function NoteForm({ sessionId, zone, isNow, prompts, texts, lines, emptyLineId, autosave, children }: Props) {
  return (
    <Form action={saveNoteAction} className="gap-10">
      <Autosave zone={zone} {...autosave}>
        <Hidden name="sessionId" value={sessionId} />
        {prompts.map(({ key, title, hint }) =>
          key === "said" ? (
            <Lines key={key} {...{ zone, isNow, lines, title, hint, emptyLineId }} />
          ) : (
            <Field
              key={key}
              name={key}
              label={title}
              hint={hint}
              as="textarea"
              rows={5}
              voice
              defaultValue={texts[key as keyof Texts]}
            />
          ),
        )}
        {children}
        <div className="stack gap-3">
          <AutosaveStatus />
          <div className="row">
            <SubmitButton large name="intent" value="handOver">
              Look it over
            </SubmitButton>
            <SubmitButton large variant="quiet" name="intent" value="draft">
              Save
            </SubmitButton>
          </div>
          <p className="small soft">You can come back to it until you hand it over.</p>
        </div>
      </Autosave>
    </Form>
  );
}
