import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { findClinic } from "@/lib/clinic/queries";
import { type Bound, bounds, timeZones } from "@/lib/clinic/rules";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { editClinicAction } from "./actions";

export const metadata: Metadata = { title: "Clinic" };

type Clinic = Awaited<ReturnType<typeof findClinic>>;

export default async function ClinicPage() {
  const actor = await requireActor("admin");
  const clinic = await read(actor, findClinic);
  return (
    <>
      <PageHeader title="Clinic" intro="What holds for everybody here. Changes take effect at once." />
      <Form action={editClinicAction} submit="Save the settings" className="max-w-words">
        <Hidden name="version" value={clinic.version} />
        <AboutTheClinic clinic={clinic} />
        <Safety clinic={clinic} />
        <Card title="Signing in">
          <Amount
            clinic={clinic}
            name="staffIdleMinutes"
            label="Staff are signed out after (minutes without activity)"
          />
          <Amount
            clinic={clinic}
            name="patientIdleMinutes"
            label="Patients and companions are signed out after (minutes without activity)"
          />
          <Amount
            clinic={clinic}
            name="absoluteHours"
            label="Everybody signs in anew after (hours)"
            hint="Holds for new sign-ins."
          />
        </Card>
        <Card title="Sharing">
          <Amount
            clinic={clinic}
            name="grantDays"
            label="A companion sees a session for (days after it)"
            hint="Holds for every companion, present ones included."
          />
          <Amount
            clinic={clinic}
            name="lookInMinutes"
            label="A companion is reminded to look in every (minutes)"
            hint="A gentle pulse on their screen, without a sound."
          />
          <RadioGroup
            name="releaseAtOnce"
            legend="Signed notes"
            defaultValue={clinic.releaseAtOnce ? "yes" : "no"}
            options={[
              {
                value: "yes",
                label: "The patient can read them at once",
                hint: "As the 21st Century Cures Act expects. A therapist can withhold one note with a reason.",
              },
              { value: "no", label: "The therapist decides on each" },
            ]}
          />
        </Card>
      </Form>
    </>
  );
}

function AboutTheClinic({ clinic }: { clinic: Clinic }) {
  return (
    <Card title="About the clinic">
      <Field name="name" label="Name" defaultValue={clinic.name} autoComplete="organization" required />
      <Field
        name="timeZone"
        label="Time zone"
        hint="Dates and times are shown in it, unless somebody chose another for themselves."
        as="select"
        options={timeZones()}
        defaultValue={clinic.timeZone}
        required
      />
    </Card>
  );
}

function Safety({ clinic }: { clinic: Clinic }) {
  return (
    <Card title="I need help now">
      <p className="soft">Every patient finds this on every page, beside 988 and 911.</p>
      <Field
        name="phone"
        label="The clinic’s phone"
        type="tel"
        width="medium"
        defaultValue={clinic.phone}
        autoComplete="off"
        optional
      />
      <Field
        name="crisisText"
        label="The clinic’s own words"
        hint="Who can be reached when, and what to do until then."
        as="textarea"
        defaultValue={clinic.crisisText}
        optional
      />
    </Card>
  );
}

type AmountProps = { clinic: Clinic; name: Bound; label: string; hint?: string };

function Amount({ clinic, name, label, hint }: AmountProps) {
  const { min, max } = bounds[name];
  const range = `From ${min} to ${max}.`;
  return (
    <Field
      name={name}
      label={label}
      hint={hint ? `${range} ${hint}` : range}
      type="number"
      inputMode="numeric"
      width="short"
      min={min}
      max={max}
      defaultValue={String(clinic[name])}
      required
    />
  );
}
