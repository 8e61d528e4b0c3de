import { Door } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import { openWithOptions, openWithWords } from "@/lib/companions/notes/opening/rules";
import type { HandedOverNote } from "@/lib/companions/notes/queries";
import { openNoteAction } from "./actions";

type Props = { note: HandedOverNote; zone: string };

/** Before anything is opened: from whom it is and of which session, and the choice of when and with whom. */
export function Choice({ note, zone }: Props) {
  const { companionName } = note.grant;
  return (
    <Door>
      <p className="words">{companionName} wrote down what they saw and heard.</p>
      <p className="soft">
        <Time at={note.session.startsAt} zone={zone} show="day" />
      </p>
      <p className="max-w-[46ch]">
        You may not remember all of it, and some of it may touch you. Choose a moment that is good for you. It can wait
        as long as you like.
      </p>
      {note.openWith && <p className="soft">{openWithWords(note.openWith, companionName)}</p>}
      <Form action={openNoteAction} className="gap-6">
        <Hidden name="noteId" value={note.id} />
        {note.nextLineId && <Hidden name="lineId" value={note.nextLineId} />}
        <div className="mx-auto w-fit text-left">
          <RadioGroup
            name="openWith"
            legend="How would you like to be when you open it?"
            hint="This shares nothing. You may leave it open."
            options={openWithOptions(companionName)}
            defaultValue={note.openWith ?? ""}
          />
        </div>
        <div className="row justify-center">
          <SubmitButton large name="how" value="whole">
            Open it now
          </SubmitButton>
          {note.nextLineId && (
            <SubmitButton large variant="quiet" name="how" value="lines">
              One line at a time
            </SubmitButton>
          )}
          <SubmitButton large variant="plain" name="how" value="later">
            Later
          </SubmitButton>
        </div>
      </Form>
    </Door>
  );
}
