import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { grantStateWords } from "@/lib/companions/grants/rules";
import { findGrantedPatient, findGrantForTeam } from "@/lib/companions/suspensions/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findPatientRecord } from "@/lib/patients/queries";
import { openRecord } from "@/lib/records/commands";
import { liftSuspensionAction, suspendGrantAction } from "./actions";

export const metadata: Metadata = { title: "Companion" };

type Props = { params: Promise<{ grantId: string }> };

export default async function CompanionAccessPage({ params }: Props) {
  const actor = await requireActor("therapist");
  const { grantId } = await params;
  const patientId = await orNotFound(read(actor, (db) => findGrantedPatient(db, grantId)));
  await orNotFound(openRecord(actor, patientId));
  const { grant, patient } = await read(actor, async (db) => ({
    grant: await orNotFound(findGrantForTeam(db, grantId)),
    patient: await orNotFound(findPatientRecord(db, patientId, actor)),
  }));
  const names = { companion: grant.companionName, patient: patient.name };
  const zone = actor.clinicTimeZone;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Patients", href: "/therapist/patients" },
          { label: patient.fullName, href: `/therapist/patients/${patient.id}` },
          { label: grant.companionName },
        ]}
        eyebrow={`Companion of ${patient.fullName}`}
        title={grant.companionName}
        intro={grant.relationship && `“${grant.relationship}”, in ${patient.name}'s words`}
      />
      <Access grant={grant} zone={zone} />
      {grant.state === "open" && <Suspend grantId={grant.id} names={names} />}
      {grant.state === "paused" && <Lift grantId={grant.id} names={names} />}
      {grant.pauses.length > 0 && <Pauses pauses={grant.pauses} zone={zone} />}
    </>
  );
}

type Grant = NonNullable<Awaited<ReturnType<typeof findGrantForTeam>>>;
type Zone = { zone: string };
type Names = { names: { companion: string; patient: string } };

function Access({ grant, zone }: Zone & { grant: Grant }) {
  const { scope, sessions, createdAt, acceptedAt, endedAt, until, showsIntention, state } = grant;
  const day = (at: Date) => <Time at={at} zone={zone} show="date" />;
  const named = sessions.map(({ id, startsAt }) => (
    <Link key={id} href={`/therapist/sessions/${id}`} className="mr-4">
      {day(startsAt)}
    </Link>
  ));
  const items = [
    { label: "Sessions", value: scope === "course" ? "All sessions" : named },
    { label: "Intention", value: showsIntention ? "Shown" : "Not shown" },
    { label: "Invited", value: day(createdAt) },
    { label: "Accepted", value: acceptedAt ? day(acceptedAt) : "Not yet" },
    ...(until && !endedAt ? [{ label: "Open until", value: day(until) }] : []),
    ...(endedAt ? [{ label: "Ended", value: day(endedAt) }] : []),
  ];
  return (
    <Card title="Access" aside={<Tag tone={tones[state] ?? "plain"}>{grantStateWords[state]}</Tag>}>
      <Facts items={items} />
    </Card>
  );
}

const tones: Partial<Record<Grant["state"], "share" | "gold">> = { open: "share", paused: "gold" };

function Suspend({ grantId, names: { companion, patient } }: Names & { grantId: string }) {
  return (
    <Card title="Pause this access" className="max-w-words">
      <p>
        It counts from {companion}'s next request on, also in the room. {companion} sees that access has ended, in the
        same words as when {patient} ends it. {patient} sees that it is paused and that they can ask you about it, and
        not why.
      </p>
      <Form action={suspendGrantAction} submit="Pause the access" tone="stop">
        <Hidden name="grantId" value={grantId} />
        <Field
          name="reason"
          label="Why"
          hint="Only the care team reads this."
          as="textarea"
          rows={3}
          maxLength={2000}
          required
        />
      </Form>
    </Card>
  );
}

function Lift({ grantId, names: { companion } }: Names & { grantId: string }) {
  return (
    <Card title="Open it again" className="max-w-words">
      <p>{companion} sees again what they saw before, from their next request on.</p>
      <Form action={liftSuspensionAction} submit="Open the access again" tone="quiet">
        <Hidden name="grantId" value={grantId} />
      </Form>
    </Card>
  );
}

const Pauses = ({ pauses, zone }: Zone & { pauses: Grant["pauses"] }) => (
  <Card title="For the care team alone">
    <ul className="grid gap-5">
      {pauses.map(({ id, at, by, reason, liftedAt, liftedBy }) => (
        <li key={id}>
          <Stack gap="small">
            <p className="max-w-words whitespace-pre-line">{reason}</p>
            <p className="soft small">
              Paused by {by}, <Time at={at} zone={zone} />
              {liftedAt && (
                <>
                  . Opened again by {liftedBy}, <Time at={liftedAt} zone={zone} />
                </>
              )}
            </p>
          </Stack>
        </li>
      ))}
    </ul>
  </Card>
);
