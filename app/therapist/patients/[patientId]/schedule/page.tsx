import { PlanFields } from "@/components/sessions/plan-fields";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/actor";
import { now, toLocal } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findPatientRecord } from "@/lib/patients/queries";
import { openRecord } from "@/lib/records/commands";
import { kindWords } from "@/lib/sessions/rules";
import { SessionKind } from "@/prisma/generated/enums";
import { scheduleAction } from "./actions";

export const metadata = { title: "Schedule a session" };

export default async function SchedulePage({ params }: { params: Promise<{ patientId: string }> }) {
  const actor = await requireActor("therapist");
  const patientId = await orNotFound(openRecord(actor, (await params).patientId));
  const patient = await orNotFound(read(actor, (db) => findPatientRecord(db, patientId, actor)));
  const [record, zone] = [`/therapist/patients/${patientId}`, actor.clinicTimeZone];
  const crumbs = [
    { label: "Patients", href: "/therapist/patients" },
    { label: patient.fullName, href: record },
    { label: "Schedule" },
  ];
  return (
    <>
      <PageHeader crumbs={crumbs} title="Schedule a session" />
      <Card className="max-w-words">
        <Form
          action={scheduleAction}
          submit="Schedule"
          beside={
            <Button variant="plain" href={record}>
              Not now
            </Button>
          }
        >
          <Hidden name="patientId" value={patientId} />
          <RadioGroup
            name="kind"
            legend="Kind of session"
            look="tiles"
            options={Object.values(SessionKind).map((kind) => ({ value: kind, label: kindWords(kind) }))}
          />
          <PlanFields
            zone={zone}
            min={toLocal(now(), zone)}
            careTeam={patient.careTeam}
            defaults={{ minutes: 60, place: "", therapistId: actor.personId }}
          />
        </Form>
      </Card>
    </>
  );
}
