import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { formatDate } from "@/lib/core/clock";
import type { PatientRecord } from "@/lib/patients/queries";

type Props = { patient: PatientRecord; zone: string; at: Date; actions?: ReactNode };

/** Who this is, in a line: pronouns, age, since when they are with the therapist who reads. */
export function RecordHeader({ patient, zone, at, actions }: Props) {
  const facts = [
    patient.pronouns,
    patient.age !== undefined && String(patient.age),
    patient.since && `with you since ${monthOf(patient.since, at, zone)}`,
    patient.deactivatedAt && `account closed on ${formatDate(patient.deactivatedAt, zone)}`,
  ].filter(Boolean);
  return (
    <PageHeader
      crumbs={[{ label: "Patients", href: "/therapist/patients" }, { label: patient.fullName }]}
      title={patient.fullName}
      intro={
        <>
          {facts.map((fact) => `${fact} · `)}
          <a href="#contact">contact</a>
        </>
      }
      actions={actions}
    />
  );
}

function monthOf(day: Date, at: Date, timeZone: string): string {
  const words = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
  const year = words({ year: "numeric" });
  const month = words({ month: "long" }).format(day);
  return year.format(day) === year.format(at) ? month : `${month} ${year.format(day)}`;
}
