import { LeftOver } from "@/components/autosave/left-over";
import { NoteView } from "@/components/notes/note-view";
import { Card } from "@/components/ui/card";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Columns, Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { deviceKey } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findReadableNote, listReleaseDecisions } from "@/lib/notes/queries";
import { findPatientRecord } from "@/lib/patients/queries";
import { openRecord } from "@/lib/records/commands";
import { kindWords } from "@/lib/sessions/rules";
import { addAddendumAction } from "./actions";
import { ReleaseCard } from "./release-card";

export const metadata = { title: "Session note" };

export default async function NotePage({ params }: { params: Promise<{ noteId: string }> }) {
  const actor = await requireActor("therapist");
  const { noteId } = await params;
  const note = await orNotFound(read(actor, (db) => findReadableNote(db, noteId)));
  await orNotFound(openRecord(actor, note.patientId));
  const { patient, decisions } = await read(actor, async (db) => ({
    patient: await orNotFound(findPatientRecord(db, note.patientId, actor)),
    decisions: await listReleaseDecisions(db, noteId),
  }));
  const zone = actor.clinicTimeZone;
  const texts = { format: note.format, ...note.sections };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Patients", href: "/therapist/patients" },
          { label: patient.fullName, href: `/therapist/patients/${patient.id}` },
          { label: `${kindWords(note.session.kind)} session`, href: `/therapist/sessions/${note.sessionId}` },
          { label: "Note" },
        ]}
        title={`${kindWords(note.session.kind)} session note`}
        intro={
          <>
            {patient.fullName} · <Time at={note.session.startsAt} zone={zone} named />
          </>
        }
        actions={<Tag tone="calm">Signed</Tag>}
      />
      {note.authorId === actor.personId && (
        <LeftOver
          slot={`${actor.personId}.note.${note.sessionId}`}
          deviceKey={deviceKey(actor.personId)}
          saved={texts}
        />
      )}
      <Columns>
        <Card>
          <NoteView note={note} zone={zone} reader="therapist" patientName={patient.fullName} />
        </Card>
        <Stack className="no-print">
          <ReleaseCard noteId={noteId} decisions={decisions} patientName={patient.name} zone={zone} />
          <Card title="Add an addendum" level={3}>
            <Form action={addAddendumAction} submit="Add it to the note" tone="quiet">
              <Hidden name="noteId" value={noteId} />
              <Field
                name="text"
                label="Addendum"
                hint="It stands below the note with your name and the time, and cannot be changed afterwards. Whoever may read the note reads it."
                as="textarea"
                rows={4}
              />
            </Form>
          </Card>
        </Stack>
      </Columns>
    </>
  );
}
