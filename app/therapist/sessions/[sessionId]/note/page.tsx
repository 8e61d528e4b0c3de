import { redirect } from "next/navigation";
import { CourseLine } from "@/components/sessions/course-line";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Columns, Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type Actor, requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { deviceKey } from "@/lib/core/crypto";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findOwnNote, listSignedNotes } from "@/lib/notes/queries";
import { signatureWords } from "@/lib/notes/rules";
import { findPatientRecord } from "@/lib/patients/queries";
import { openRecord, seeShared } from "@/lib/records/commands";
import { findSession, listSessions, type SessionFound } from "@/lib/sessions/queries";
import { kindWords, sessionTitle } from "@/lib/sessions/rules";
import { Beside, findBeside } from "../beside";
import { NoteEditor } from "./editor";

export const metadata = { title: "Session note" };

export default async function NotePage({ params }: { params: Promise<{ sessionId: string }> }) {
  const actor = await requireActor("therapist");
  const { sessionId } = await params;
  const session = await orNotFound(read(actor, (db) => findSession(db, sessionId)));
  await orNotFound(openRecord(actor, session.patientId));
  const { patient, sessions, note, signed, beside } = await load(actor, session);
  const readable = note ? signed.find(({ id }) => id === note.id) : signed[0];
  if (readable && (note || session.therapistId !== actor.personId)) redirect(`/therapist/notes/${readable.id}`);
  if (beside.fresh.size > 0) await seeShared(actor, patient.id, [...beside.fresh]);
  const zone = actor.clinicTimeZone;
  const title = sessionTitle(sessions.find(({ id }) => id === sessionId) ?? session);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Patients", href: "/therapist/patients" },
          { label: patient.fullName, href: `/therapist/patients/${patient.id}` },
          { label: title, href: `/therapist/sessions/${sessionId}` },
          { label: "Note" },
        ]}
        title={patient.fullName}
        intro={
          <>
            {patient.pronouns && `${patient.pronouns} · `}
            {title}, <Time at={session.startsAt} zone={zone} named />
          </>
        }
      />
      <CourseLine
        sessions={sessions}
        zone={zone}
        at={now()}
        currentId={sessionId}
        hrefOf={(id) => `/therapist/sessions/${id}`}
      />
      <Columns>
        <Card title={`${kindWords(session.kind)} session note`} aside={<Tag>Draft</Tag>}>
          <NoteEditor
            session={session}
            note={note}
            writer={actor.personId}
            deviceKey={deviceKey(actor.personId)}
            zone={zone}
          />
        </Card>
        <Stack>
          <Beside {...beside} patientName={patient.name} zone={zone} />
          <Others notes={signed} zone={zone} />
        </Stack>
      </Columns>
    </>
  );
}

const load = (actor: Actor, session: SessionFound) =>
  read(actor, async (db) => ({
    patient: await orNotFound(findPatientRecord(db, session.patientId, actor)),
    sessions: await listSessions(db, session.patientId),
    note: await findOwnNote(db, session.id, actor.personId),
    signed: await listSignedNotes(db, session.id),
    beside: await findBeside(db, actor, session),
  }));

function Others({ notes, zone }: { notes: Awaited<ReturnType<typeof listSignedNotes>>; zone: string }) {
  if (notes.length === 0) return null;
  return (
    <Card title="Other notes about this session" level={3}>
      <ul className="grid gap-2">
        {notes.map(({ id, signerName, signerCredentials, signedAt }) => (
          <li key={id}>
            <Link href={`/therapist/notes/${id}`}>{signatureWords(signerName ?? "", signerCredentials ?? "")}</Link>
            {signedAt && (
              <p className="small soft">
                Signed <Time at={signedAt} zone={zone} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
