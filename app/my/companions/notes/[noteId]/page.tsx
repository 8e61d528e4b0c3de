import type { Metadata } from "next";
import { NoteWords, titlesFor } from "@/components/companions/note-words";
import { ShareControl } from "@/components/sharing/share-control";
import { Button } from "@/components/ui/button";
import { Card, Door } from "@/components/ui/card";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { findHandedOverNote } from "@/lib/companions/notes/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { listShares } from "@/lib/sharing/queries";
import { openNoteAction } from "./actions";

export const metadata: Metadata = { title: "From your companion" };

type Props = { params: Promise<{ noteId: string }> };

export default async function HandedOverNotePage({ params }: Props) {
  const actor = await requireActor("patient");
  const { noteId } = await params;
  const { note, readers } = await orNotFound(
    read(actor, async (db) => {
      const note = await findHandedOverNote(db, noteId);
      return note && { note, readers: await listShares(db, [note.id]) };
    }),
  );
  const { companionName } = note.grant;
  const day = <Time at={note.session.startsAt} zone={actor.timeZone} show="day" />;
  const crumbs = [{ label: "Companions", href: "/my/companions" }, { label: `From ${companionName}` }];
  if (!note.openedAt) {
    return (
      <>
        <PageHeader crumbs={crumbs} title="Something waits for you" />
        <Choice noteId={note.id} companionName={companionName} day={day} />
      </>
    );
  }
  return (
    <>
      <PageHeader crumbs={crumbs} eyebrow={day} title={`From ${companionName}`} />
      <Card>
        <NoteWords note={note} zone={actor.timeZone} titles={titlesFor.patient(companionName)} />
      </Card>
      <Card title="Who may read this">
        <p className="soft">
          It is yours now. {companionName} cannot read it any more. Nobody else does unless you say so.
        </p>
        <ShareControl subject="companionNote" subjectId={note.id} readers={readers} />
      </Card>
    </>
  );
}

type ChoiceProps = { noteId: string; companionName: string; day: React.ReactNode };

function Choice({ noteId, companionName, day }: ChoiceProps) {
  return (
    <Door>
      <p className="words">{companionName} wrote down what they saw and heard.</p>
      <p className="soft">{day}</p>
      <p className="max-w-[46ch]">
        You may not remember all of it, and some of it may touch you. Choose a moment that is good for you: alone, with{" "}
        {companionName}, or with your therapist. It can wait as long as you like.
      </p>
      <Form
        action={openNoteAction}
        submit="Open it now"
        large
        beside={
          <Button variant="quiet" large href="/my/companions">
            Not now
          </Button>
        }
      >
        <Hidden name="noteId" value={noteId} />
      </Form>
    </Door>
  );
}
