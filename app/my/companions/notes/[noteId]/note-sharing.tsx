import { Answers } from "@/components/shared/answers";
import { SeenLine } from "@/components/shared/seen-line";
import { ShareTag } from "@/components/sharing/share-tag";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choices";
import { Details } from "@/components/ui/details";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Row } from "@/components/ui/stack";
import type { HandedOverNote } from "@/lib/companions/notes/queries";
import type { listAnswers, listSeen } from "@/lib/sharing/answers/queries";
import type { Reader } from "@/lib/sharing/rules";
import { shareNoteAction, takeBackNoteAction } from "./actions";

type Props = {
  note: HandedOverNote;
  readers: Reader[];
  seen: Awaited<ReturnType<typeof listSeen>>;
  answers: Awaited<ReturnType<typeof listAnswers>>;
  zone: string;
};

/** Who else reads the note. Its lines are shared one by one, or offered along with it. */
export function NoteSharing({ note, readers, seen, answers, zone }: Props) {
  const { companionName } = note.grant;
  const isShared = readers.length > 0;
  const around = note.hasProse ? `What ${companionName} wrote in their own words` : "That there is such a note";
  return (
    <Card title="Who may read this">
      <p className="soft max-w-words">
        It is yours now. {companionName} cannot read it any more. Nobody else does unless you say so.
      </p>
      {note.openedAt && (
        <div className="share-control">
          <ShareTag readers={readers} />
          <Details summary="Choose who may read this">
            <p className="small soft max-w-words">
              {around} is shared here. Each line has its own say. You can take back all of it at any time; it is then
              gone for them at once.
            </p>
            <Form
              quiet
              key={String(isShared)}
              action={isShared ? takeBackNoteAction : shareNoteAction}
              submit={isShared ? "Take back from your care team" : "Share with your care team"}
              tone="quiet"
            >
              <Hidden name="noteId" value={note.id} />
              {note.hasLines && (
                <Checkbox
                  name="withLines"
                  label={isShared ? "Every line too, and what you remember beside it" : "Every line too"}
                  hint={isShared ? undefined : "Those that are open. What you set aside stays with you."}
                  defaultChecked
                />
              )}
            </Form>
          </Details>
        </div>
      )}
      <SeenLine seen={seen} zone={zone} />
      <Answers answers={answers} zone={zone} title="Answered" />
      {note.lines.length > 0 && (
        <Row>
          <Button variant="quiet" href={`/my/companions/notes/${note.id}/share`}>
            Choose line by line
          </Button>
        </Row>
      )}
    </Card>
  );
}
