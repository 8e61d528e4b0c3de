import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { HandedOverNote } from "@/lib/companions/notes/queries";
import { openLineAction, openNoteAction } from "./actions";

/** Going on, one line at a time, or with all that is left, or another day. */
export function NextLine({ note }: { note: HandedOverNote }) {
  const { companionName } = note.grant;
  const { nextLineId } = note;
  if (!nextLineId && !note.hasProse) return null;
  return (
    <Card title={nextLineId ? "There is more, when you like" : "Those are the lines"}>
      {nextLineId ? (
        <Form
          quiet
          action={openLineAction}
          submit="The next one"
          large
          beside={
            <Button variant="quiet" large href="/my/companions">
              Enough for now
            </Button>
          }
        >
          <Hidden name="noteId" value={note.id} />
          <Hidden key={nextLineId} name="lineId" value={nextLineId} />
        </Form>
      ) : (
        <p className="soft">{companionName} also wrote in their own words. That waits until you open it.</p>
      )}
      <Form quiet action={openNoteAction} submit={nextLineId ? "Open all that is left" : "Open the rest"} tone="quiet">
        <Hidden name="noteId" value={note.id} />
      </Form>
    </Card>
  );
}
