import { Autosave, AutosaveStatus } from "@/components/autosave/autosave";
import { Card } from "@/components/ui/card";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Columns, Row, Stack } from "@/components/ui/stack";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { requireActor } from "@/lib/core/actor";
import { deviceKey } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findPsychotherapyNote } from "@/lib/notes/psychotherapy/queries";
import { keptOut } from "@/lib/notes/psychotherapy/rules";
import { findPatientRecord } from "@/lib/patients/queries";
import { openRecord, seeShared } from "@/lib/records/commands";
import { findSession } from "@/lib/sessions/queries";
import { sessionTitle } from "@/lib/sessions/rules";
import { Beside, findBeside } from "../beside";
import { savePsychotherapyNoteAction } from "./actions";

export const metadata = { title: "Psychotherapy note" };

export default async function PsychotherapyNotePage({ params }: { params: Promise<{ sessionId: string }> }) {
  const actor = await requireActor("therapist");
  const { sessionId } = await params;
  const session = await orNotFound(read(actor, (db) => findSession(db, sessionId)));
  await orNotFound(openRecord(actor, session.patientId));
  const { patient, note, beside } = await read(actor, async (db) => ({
    patient: await orNotFound(findPatientRecord(db, session.patientId, actor)),
    note: await findPsychotherapyNote(db, sessionId, actor.personId),
    beside: await findBeside(db, actor, session),
  }));
  if (beside.fresh.size > 0) await seeShared(actor, patient.id, [...beside.fresh]);
  const zone = actor.clinicTimeZone;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Patients", href: "/therapist/patients" },
          { label: patient.fullName, href: `/therapist/patients/${patient.id}` },
          { label: sessionTitle(session), href: `/therapist/sessions/${sessionId}` },
          { label: "Psychotherapy note" },
        ]}
        title={patient.fullName}
        intro={
          <>
            {sessionTitle(session)}, <Time at={session.startsAt} zone={zone} named />
          </>
        }
      />
      <Columns>
        <Card title="Psychotherapy note" aside={<Tag>Only you</Tag>}>
          <p className="soft">
            Your own analysis, kept apart from the record and encrypted. No colleague, patient or admin can read it, and
            it is part of no export.
          </p>
          <Form action={savePsychotherapyNoteAction} aria-label="Psychotherapy note">
            <Autosave
              url={`/api/psychotherapy-notes/${sessionId}`}
              slot={`psychotherapy-note.${sessionId}`}
              writer={actor.personId}
              deviceKey={deviceKey(actor.personId)}
              version={note?.version ?? 0}
              savedAt={note?.savedAt.toISOString() ?? null}
              zone={zone}
            >
              <Hidden name="sessionId" value={sessionId} />
              <Field name="text" label="Your note" as="textarea" rows={14} defaultValue={note?.text} />
              <Row>
                <SubmitButton name="intent" value="draft">
                  Save
                </SubmitButton>
                <AutosaveStatus />
              </Row>
            </Autosave>
          </Form>
        </Card>
        <Stack>
          <KeptOut />
          <Beside {...beside} patientName={patient.name} zone={zone} />
        </Stack>
      </Columns>
    </>
  );
}

function KeptOut() {
  return (
    <Card title="What it must not hold" level={3}>
      <p className="small">These belong in the session note. Here they would lose this note its protection:</p>
      <ul className="small list-disc space-y-1 pl-5">
        {keptOut.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="small soft">45 CFR 164.501</p>
    </Card>
  );
}
