import { PlanFields } from "@/components/sessions/plan-fields";
import { SessionTime } from "@/components/sessions/session-time";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/actor";
import { now, toLocal } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findPatientRecord } from "@/lib/patients/queries";
import { openRecord } from "@/lib/records/commands";
import { findSession, type SessionFound } from "@/lib/sessions/queries";
import { sessionTitle } from "@/lib/sessions/rules";
import { rescheduleAction } from "./actions";

export const metadata = { title: "Reschedule a session" };

export default async function ReschedulePage({ params }: { params: Promise<{ sessionId: string }> }) {
  const actor = await requireActor("therapist");
  const { sessionId } = await params;
  const session = await orNotFound(read(actor, (db) => findSession(db, sessionId)));
  await orNotFound(openRecord(actor, session.patientId));
  const patient = await orNotFound(read(actor, (db) => findPatientRecord(db, session.patientId, actor)));
  const [here, zone] = [`/therapist/sessions/${sessionId}`, actor.clinicTimeZone];
  const crumbs = [
    { label: patient.fullName, href: `/therapist/patients/${patient.id}` },
    { label: sessionTitle(session), href: here },
    { label: "Reschedule" },
  ];
  const beside = (
    <Button variant="plain" href={here}>
      Keep the time
    </Button>
  );
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title="Reschedule the session"
        intro={
          <>
            Now planned for <SessionTime session={session} zone={zone} named />. The intention and the companions go
            along.
          </>
        }
      />
      <Card className="max-w-words">
        <Form action={rescheduleAction} submit="Reschedule" beside={beside}>
          <Hidden name="sessionId" value={sessionId} />
          <PlanFields
            zone={zone}
            min={toLocal(now(), zone)}
            careTeam={patient.careTeam}
            defaults={plannedBefore(session, zone)}
          />
          <Field name="reason" label="Why" hint="Only the care team reads this." optional maxLength={500} />
        </Form>
      </Card>
    </>
  );
}

const plannedBefore = ({ startsAt, endsAt, place, therapistId }: SessionFound, zone: string) => ({
  startsAt: toLocal(startsAt, zone),
  minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
  place,
  therapistId,
});
