import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Columns, Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { countRowsOfRole, findPerson } from "@/lib/accounts/people/queries";
import { lastHereWords, roleWithCredentials } from "@/lib/accounts/people/rules";
import { findOpenWork } from "@/lib/careTeams/queries";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/fields";
import { editPersonAction } from "./actions";
import { ActivityCard } from "./activity-card";
import { CareCard } from "./care-card";
import { RoleCard } from "./role-card";

export const metadata: Metadata = { title: "Account" };

type Props = { params: Promise<{ personId: string }> };

export default async function PersonPage({ params }: Props) {
  const actor = await requireActor("admin");
  const { personId } = await params;
  if (!isId(personId)) notFound();
  const { person, rows, work } = await orNotFound(
    read(actor, async (db) => {
      const person = await findPerson(db, personId);
      if (!person) return null;
      return { person, rows: await countRowsOfRole(db, personId), work: await findOpenWork(db, person) };
    }),
  );
  const isSelf = person.id === actor.personId;
  return (
    <>
      <PageHeader
        title={person.name}
        intro={roleWithCredentials(person)}
        crumbs={[{ label: "Accounts", href: "/admin" }, { label: person.name }]}
        actions={person.deactivatedAt ? <Tag>Deactivated</Tag> : <Tag tone="calm">Active</Tag>}
      />
      <Columns>
        <Stack gap="large">
          <DetailsCard person={person} />
          <RoleCard person={person} rows={rows} isSelf={isSelf} />
        </Stack>
        <Stack gap="large">
          <AtAGlance person={person} zone={actor.timeZone} />
          {(person.role === "therapist" || person.role === "patient") && <CareCard person={person} work={work} />}
          <ActivityCard person={person} work={work} isSelf={isSelf} />
        </Stack>
      </Columns>
    </>
  );
}

export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;
export type Work = Awaited<ReturnType<typeof findOpenWork>>;

function DetailsCard({ person }: { person: Person }) {
  const isStaff = person.role === "therapist" || person.role === "admin";
  return (
    <Card title="Details">
      <Form action={editPersonAction} submit="Save the details">
        <Hidden name="personId" value={person.id} />
        <Hidden name="version" value={person.version} />
        <Field
          name="name"
          label="Name"
          hint={isStaff ? "The name with which they sign." : "What to call them; others may see it."}
          defaultValue={person.name}
          autoComplete="off"
          required
        />
        <Field
          name="fullName"
          label="Full name"
          hint="For the record and letters."
          defaultValue={person.contact?.fullName}
          autoComplete="off"
          optional
        />
        {person.role === "therapist" && (
          <Field
            name="credentials"
            label="Credentials"
            hint="Shown beside the name on notes signed from now on."
            width="medium"
            defaultValue={person.credentials}
            autoComplete="off"
            optional
          />
        )}
        <Field
          name="phone"
          label="Phone"
          type="tel"
          width="medium"
          defaultValue={person.contact?.phone}
          autoComplete="off"
          optional
        />
      </Form>
    </Card>
  );
}

function AtAGlance({ person, zone }: { person: Person; zone: string }) {
  return (
    <Card title="At a glance">
      <Facts
        items={[
          { label: "Signs in as", value: person.contact?.email ?? "–" },
          { label: "Last here", value: lastHereWords(person.lastSignInAt, now(), zone) },
          { label: "Here since", value: <Time at={person.createdAt} zone={zone} show="date" /> },
        ]}
      />
      <div className="row small">
        <Link href={`/admin/sign-ins?who=${person.id}`}>Sign-ins</Link>
        <Link href={`/admin/audit?by=${person.id}`}>What they did</Link>
        {person.role === "patient" && <Link href={`/admin/audit?record=${person.id}`}>Who touched their record</Link>}
      </div>
    </Card>
  );
}
