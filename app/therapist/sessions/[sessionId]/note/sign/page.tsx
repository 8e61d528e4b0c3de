import { redirect } from "next/navigation";
import { NoteSections } from "@/components/notes/note-view";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Callout } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Columns } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { type Actor, requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findOwnNote } from "@/lib/notes/queries";
import { formats, needsPassword, reasonsNotToSign, signatureWords } from "@/lib/notes/rules";
import { findPatientRecord } from "@/lib/patients/queries";
import { openRecord } from "@/lib/records/commands";
import { findSession, type SessionFound } from "@/lib/sessions/queries";
import { kindWords } from "@/lib/sessions/rules";
import { SignForm } from "./form";

export const metadata = { title: "Sign the note" };

export default async function SignPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const actor = await requireActor("therapist");
  const { sessionId } = await params;
  const session = await orNotFound(read(actor, (db) => findSession(db, sessionId)));
  await orNotFound(openRecord(actor, session.patientId));
  const { note, patient, me, clinic } = await load(actor, session);
  const editor = `/therapist/sessions/${sessionId}/note`;
  if (note?.state !== "draft") redirect(editor);
  const reasons = reasonsNotToSign(session, note);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: patient.fullName, href: `/therapist/patients/${patient.id}` },
          { label: "Note", href: editor },
          { label: "Sign" },
        ]}
        title="Read it, then sign"
        intro={
          <>
            {patient.fullName} · {kindWords(session.kind)} session of{" "}
            <Time at={session.startsAt} zone={actor.clinicTimeZone} named />
          </>
        }
        actions={
          <Button variant="quiet" href={editor}>
            Go on writing
          </Button>
        }
      />
      <Columns>
        <Card title={formats[note.format]}>
          <NoteSections note={note} />
        </Card>
        {reasons.length > 0 ? (
          <Callout>
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </Callout>
        ) : (
          <SignForm
            note={note}
            patientName={patient.name}
            signature={signatureWords(me.name, me.credentials)}
            releaseAtOnce={clinic.releaseAtOnce}
            asksPassword={needsPassword(actor.passwordAt, now())}
          />
        )}
      </Columns>
    </>
  );
}

const load = (actor: Actor, session: SessionFound) =>
  read(actor, async (db) => ({
    note: await findOwnNote(db, session.id, actor.personId),
    patient: await orNotFound(findPatientRecord(db, session.patientId, actor)),
    me: await db.person.findUniqueOrThrow({ where: { id: actor.personId } }),
    clinic: await db.clinic.findUniqueOrThrow({ where: { id: actor.clinicId } }),
  }));
