import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Callout } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Columns, Stack } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { listTherapists } from "@/lib/accounts/people/queries";
import { therapistOptions } from "@/lib/accounts/people/rules";
import { findCareTeam, listOpenSessions } from "@/lib/careTeams/queries";
import { isOver } from "@/lib/careTeams/rules";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/fields";
import { assignAction } from "../actions";
import { PlaceCard } from "./place-card";

export const metadata: Metadata = { title: "Care team" };

type Props = { params: Promise<{ patientId: string }> };

export default async function CareTeamPage({ params }: Props) {
  const actor = await requireActor("admin");
  const { patientId } = await params;
  if (!isId(patientId)) notFound();
  const { patient, sessions, therapists } = await orNotFound(
    read(actor, async (db) => {
      const patient = await findCareTeam(db, patientId);
      if (!patient) return null;
      return { patient, sessions: await listOpenSessions(db, { patientId }), therapists: await listTherapists(db) };
    }),
  );
  const at = now();
  const team = patient.careTeam.filter((place) => !isOver(place, at));
  const past = patient.careTeam.filter((place) => isOver(place, at));
  const free = therapists.filter(({ id }) => !team.some((place) => place.therapist.id === id));
  return (
    <>
      <PageHeader
        title={`Who treats ${patient.name}`}
        crumbs={[{ label: "Care teams", href: "/admin/care-teams" }, { label: patient.name }]}
      />
      <Columns>
        <Stack gap="large">
          {team.length === 0 && (
            <Callout>
              Nobody treats {patient.name}. Until somebody does, no session can be planned and no note written.
            </Callout>
          )}
          {team.map((place) => (
            <PlaceCard
              key={place.id}
              place={place}
              patient={{ patientId, name: patient.name }}
              sessions={sessions.filter(({ therapistId }) => therapistId === place.therapist.id)}
              others={therapistOptions(therapists.filter(({ id }) => id !== place.therapist.id))}
              stay={team.length - 1}
              zone={actor.timeZone}
            />
          ))}
          {past.length > 0 && <PastPlaces places={past} zone={actor.timeZone} />}
        </Stack>
        <AddCard patientId={patientId} name={patient.name} options={therapistOptions(free)} />
      </Columns>
    </>
  );
}

type Place = NonNullable<Awaited<ReturnType<typeof findCareTeam>>>["careTeam"][number];

function PastPlaces({ places, zone }: { places: Place[]; zone: string }) {
  return (
    <DataTable
      caption="Earlier"
      showCaption
      rows={places}
      rowKey={(place) => place.id}
      columns={[
        { label: "Therapist", cell: ({ therapist }) => therapist.name },
        { label: "From", cell: ({ from }) => <Time at={from} zone={zone} show="date" /> },
        { label: "Until", cell: ({ until }) => until && <Time at={until} zone={zone} show="date" /> },
      ]}
    />
  );
}

type AddProps = { patientId: string; name: string; options: { value: string; label: string }[] };

function AddCard({ patientId, name, options }: AddProps) {
  return (
    <Card title="Add a therapist">
      {options.length === 0 && <p className="soft">Every active therapist is on this care team.</p>}
      {options.length > 0 && (
        <Form action={assignAction} submit="Add to the care team">
          <p className="soft">They see {name}’s record from now on.</p>
          <Hidden name="patientId" value={patientId} />
          <Field
            name="therapistId"
            label="Therapist"
            as="select"
            options={[{ value: "", label: "Choose a therapist" }, ...options]}
            required
          />
          <Field
            name="until"
            label="Last day"
            hint="Where it is known, such as for a stand-in."
            type="date"
            width="medium"
            optional
          />
        </Form>
      )}
    </Card>
  );
}
