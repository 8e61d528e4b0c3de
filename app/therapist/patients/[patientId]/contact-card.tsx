import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import type { PatientRecord } from "@/lib/patients/queries";

export function ContactCard({ patient }: { patient: PatientRecord }) {
  const items = [
    patient.name !== patient.fullName && { label: "Called", value: patient.name },
    patient.phone && {
      label: "Phone",
      value: <a href={`tel:${patient.phone.replace(/[^\d+]/g, "")}`}>{patient.phone}</a>,
    },
    { label: "E-mail", value: <a href={`mailto:${patient.email}`}>{patient.email}</a> },
    {
      label: "Care team",
      value: patient.careTeam.map(({ id, name, credentials }) => (
        <span key={id} className="block">
          {[name, credentials].filter(Boolean).join(", ")}
        </span>
      )),
    },
  ].filter((item) => typeof item === "object");
  return (
    <Card id="contact" title="Contact" level={3}>
      <Facts items={items} />
    </Card>
  );
}
