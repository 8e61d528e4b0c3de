import type { Metadata } from "next";
import { NoteView } from "@/components/notes/note-view";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { formatDate } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findReadableNote } from "@/lib/notes/queries";
import { readNote } from "@/lib/records/commands";
import { sessionTitle } from "@/lib/sessions/rules";

export const metadata: Metadata = { title: "A note about your session" };

export default async function NotePage({ params }: PageProps<"/my/sessions/[sessionId]/note/[noteId]">) {
  const actor = await requireActor("patient");
  const { sessionId, noteId } = await params;
  const note = await orNotFound(
    read(actor, async (db) => {
      const found = await findReadableNote(db, noteId);
      return found?.sessionId === sessionId ? found : null;
    }),
  );
  await readNote(actor, note.id);
  const back = `/my/sessions/${sessionId}`;
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Sessions", href: "/my/sessions" },
          { label: sessionTitle(note.session), href: back },
          { label: "Note" },
        ]}
        title="A note about your session"
        eyebrow={formatDate(note.session.startsAt, actor.timeZone)}
      />
      <NoteView note={note} zone={actor.timeZone} reader="patient" patientName={actor.name} />
      <div className="row no-print">
        <Button variant="quiet" href={back}>
          Back to the session
        </Button>
      </div>
    </Stack>
  );
}
