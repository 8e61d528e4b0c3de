"use client";

import { Autosave, AutosaveStatus } from "@/components/autosave/autosave";
import type { Settings } from "@/components/autosave/autosaver";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveNoteAction } from "./actions";
import { Lines } from "./lines";
import type { Line } from "./use-rows";

type Props = {
  sessionId: string;
  zone: string;
  /** The session is under way: a new line takes the time of its first letter. */
  isNow: boolean;
  saw?: string;
  seemed?: string;
  lines: Line[];
  emptyLineId: string;
  autosave: Settings;
};

export function NoteForm({ sessionId, zone, isNow, saw, seemed, lines, emptyLineId, autosave }: Props) {
  return (
    <Form action={saveNoteAction} className="gap-8">
      <Autosave zone={zone} {...autosave}>
        <Hidden name="sessionId" value={sessionId} />
        <Field
          name="saw"
          label="What I saw"
          hint="What happened, in the order it comes back to you. Leave out what you think it means."
          as="textarea"
          rows={5}
          voice
          defaultValue={saw}
        />
        <Lines zone={zone} isNow={isNow} lines={lines} emptyLineId={emptyLineId} />
        <Field
          name="seemed"
          label="How they seemed"
          hint="In the room, and on the way home."
          as="textarea"
          rows={4}
          voice
          defaultValue={seemed}
        />
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
