import type { ReactNode } from "react";
import { CourseLine } from "@/components/sessions/course-line";
import { SessionTime } from "@/components/sessions/session-time";
import { StateTag } from "@/components/sessions/state-tag";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Columns, Row, Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { listSharedCompanionNotes } from "@/lib/companions/notes/queries";
import { type Actor, requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findPatientRecord, findUnseen } from "@/lib/patients/queries";
import { findPartOf } from "@/lib/recall/shared/queries";
import { openRecord, seeShared } from "@/lib/records/commands";
import { findSession, listChanges, listSessions, type SessionFound } from "@/lib/sessions/queries";
import { sessionTitle } from "@/lib/sessions/rules";
import { listAnswers } from "@/lib/sharing/answers/queries";
import { AgreementCard } from "./agreement-card";
import { Answered } from "./answered";
import { hasWords, withoutShownLines } from "./beside";
import { CompanionCard } from "./companion-card";
import { History } from "./history";
import { IntentionCard } from "./intention-card";
import { NotesCard } from "./notes-card";
import { QuotesCard } from "./quotes/quotes-card";
import { SharedPart } from "./shared-part";
import { Steps } from "./steps";

export const metadata = { title: "Session" };

export default async function SessionPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const actor = await requireActor("therapist");
  const { sessionId } = await params;
  const session = await orNotFound(read(actor, (db) => findSession(db, sessionId)));
  await orNotFound(openRecord(actor, session.patientId));
  const loaded = await load(actor, session);
  const { patient, sessions, fresh } = loaded;
  if (fresh.size > 0) await seeShared(actor, patient.id, [...fresh]);
  const [zone, at] = [actor.clinicTimeZone, now()];
  const title = sessionTitle(sessions.find(({ id }) => id === sessionId) ?? session);
  const crumbs = [
    { label: "Patients", href: "/therapist/patients" },
    { label: patient.fullName, href: `/therapist/patients/${patient.id}` },
    { label: title },
  ];
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        eyebrow={patient.fullName}
        title={title}
        intro={<When session={session} zone={zone} readerId={actor.personId} />}
      />
      <CourseLine sessions={sessions} zone={zone} at={at} currentId={sessionId} hrefOf={pathOf} />
      <Moved session={session} zone={zone} />
      <Steps session={session} zone={zone} at={at} />
      <About {...loaded} actor={actor} session={session} zone={zone} />
    </>
  );
}

const pathOf = (sessionId: string) => `/therapist/sessions/${sessionId}`;

const load = (actor: Actor, session: SessionFound) =>
  read(actor, async (db) => {
    const patient = await orNotFound(findPatientRecord(db, session.patientId, actor));
    const sessions = await listSessions(db, session.patientId);
    const companionNotes = await listSharedCompanionNotes(db, [session.id]);
    const changes = await listChanges(db, session.id);
    const found = await findPartOf(db, actor, session);
    const part = { ...found, rows: found.rows.filter(({ subject }) => subject !== "quote") };
    const lines = part.rows.map(({ id }) => id);
    const written = companionNotes.flatMap((note) => [note.id, ...note.lines.map(({ id }) => id)]);
    const shown = [...(session.intention ? [session.intention.id] : []), ...written, ...lines];
    const answers = await listAnswers(db, shown);
    const fresh = await findUnseen(db, actor.personId, shown);
    return { patient, sessions, companionNotes, part, changes, answers, fresh };
  });

type AboutProps = Awaited<ReturnType<typeof load>> & Omit<WhenProps, "readerId"> & { actor: Actor };

function About({ actor, session, patient, sessions, companionNotes, part, changes, answers, fresh, zone }: AboutProps) {
  const readerId = actor.personId;
  const listed = sessions.find(({ id }) => id === session.id);
  const { intention } = session;
  const answered = (id: string) => (
    <Answered
      answers={answers.filter(({ subjectId }) => subjectId === id)}
      href={`/therapist/patients/${patient.id}/shared`}
      zone={zone}
    />
  );
  return (
    <>
      <h2 className="sr-only">About this session</h2>
      <Columns>
        <Stack gap="large">
          <SharedPart part={part} patientName={patient.name} fresh={fresh} />
          {companionNotes
            .map((note) => withoutShownLines(note, part))
            .filter(hasWords)
            .map((note, index) => (
              <CompanionCard
                key={note.id}
                id={index === 0 ? "companion" : undefined}
                note={note}
                patientName={patient.name}
                start={session.startedAt ?? session.startsAt}
                isNew={fresh.has(note.id)}
                beneath={answered(note.id)}
              />
            ))}
          {listed && <NotesCard session={listed} readerId={readerId} />}
          <QuotesCard actor={actor} session={session} />
        </Stack>
        <Stack gap="large">
          {intention && (
            <IntentionCard
              intention={intention}
              zone={zone}
              isNew={fresh.has(intention.id)}
              beneath={answered(intention.id)}
            />
          )}
          <AgreementCard actor={actor} sessionId={session.id} />
          <History changes={changes} zone={zone} />
        </Stack>
      </Columns>
    </>
  );
}

type WhenProps = { session: SessionFound; zone: string; readerId: string };

function When({ session, zone, readerId }: WhenProps) {
  const { state, place, therapist, therapistId } = session;
  return (
    <Row>
      <span>
        <SessionTime session={session} zone={zone} named />
        {place && ` · ${place}`}
        {therapist && therapistId !== readerId && ` · led by ${therapist.name}`}
      </span>
      <StateTag state={state} />
    </Row>
  );
}

function Moved({ session, zone }: { session: SessionFound; zone: string }) {
  const { replaces, replacedBy } = session;
  const other = (to: { id: string; startsAt: Date }): ReactNode => (
    <Link href={pathOf(to.id)}>
      <Time at={to.startsAt} zone={zone} />
    </Link>
  );
  if (replacedBy) return <p>This session was moved to {other(replacedBy)}.</p>;
  return replaces ? <p className="soft">Moved here from {other(replaces)}.</p> : null;
}
