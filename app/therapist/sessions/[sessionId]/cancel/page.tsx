import { SessionTime } from "@/components/sessions/session-time";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findPatientRecord } from "@/lib/patients/queries";
import { openRecord } from "@/lib/records/commands";
import { findSession } from "@/lib/sessions/queries";
import { sessionTitle } from "@/lib/sessions/rules";
import { cancelAction } from "./actions";

export const metadata = { title: "Cancel a session" };

export default async function CancelPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const actor = await requireActor("therapist");
  const { sessionId } = await params;
  const session = await orNotFound(read(actor, (db) => findSession(db, sessionId)));
  await orNotFound(openRecord(actor, session.patientId));
  const patient = await orNotFound(read(actor, (db) => findPatientRecord(db, session.patientId, actor)));
  const here = `/therapist/sessions/${sessionId}`;
  const crumbs = [
    { label: patient.fullName, href: `/therapist/patients/${patient.id}` },
    { label: sessionTitle(session), href: here },
    { label: "Cancel" },
  ];
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title="Cancel this session?"
        intro={<SessionTime session={session} zone={actor.clinicTimeZone} named />}
      />
      <Card className="max-w-words">
        <Form
          action={cancelAction}
          submit="Cancel the session"
          tone="stop"
          beside={
            <Button variant="plain" href={here}>
              Keep it
            </Button>
          }
        >
          <Hidden name="sessionId" value={sessionId} />
          <p>
            It cannot be taken back. When there is a new time already,{" "}
            <Link href={`${here}/reschedule`}>reschedule it</Link> instead: the intention and the companions go along.
          </p>
          <Field
            name="reason"
            label="Why"
            hint="Only the care team reads this."
            as="textarea"
            rows={2}
            maxLength={500}
            required
          />
        </Form>
      </Card>
    </>
  );
}
