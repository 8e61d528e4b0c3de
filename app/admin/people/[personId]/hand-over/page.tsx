import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HandOverForm } from "@/components/careTeams/hand-over-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Callout } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { findPerson, listTherapists } from "@/lib/accounts/people/queries";
import { counted, therapistOptions } from "@/lib/accounts/people/rules";
import { findOpenWork } from "@/lib/careTeams/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/fields";
import { handOverFromPersonAction } from "../../../care-teams/actions";

export const metadata: Metadata = { title: "Hand over" };

type Props = { params: Promise<{ personId: string }> };

export default async function HandOverPage({ params }: Props) {
  const actor = await requireActor("admin");
  const { personId } = await params;
  if (!isId(personId)) notFound();
  const { person, work, therapists } = await orNotFound(
    read(actor, async (db) => {
      const person = await findPerson(db, personId);
      if (person?.role !== "therapist") return null;
      return { person, work: await findOpenWork(db, person), therapists: await listTherapists(db) };
    }),
  );
  const others = therapistOptions(therapists.filter(({ id }) => id !== personId));
  return (
    <>
      <PageHeader
        title={`Hand over from ${person.name}`}
        intro="Each patient goes to another therapist, together with every session planned with them. It takes effect at once."
        crumbs={[
          { label: "Accounts", href: "/admin" },
          { label: person.name, href: `/admin/people/${personId}` },
          { label: "Hand over" },
        ]}
      />
      <Stack gap="large" className="max-w-words">
        {work.drafts > 0 && (
          <Callout>
            {counted(work.drafts, "note")} of {person.name} {work.drafts === 1 ? "is" : "are"} not signed. Nobody else
            can finish or read {work.drafts === 1 ? "it" : "them"}: have that done first if you can.
          </Callout>
        )}
        {others.length === 0 && <Callout>There is no other active therapist. Invite one first.</Callout>}
        {work.patients.length === 0 && (
          <Empty
            title="Nothing left to hand over"
            text={`${person.name} has no patients and no planned sessions.`}
            action={<Button href={`/admin/people/${personId}`}>Back to the account</Button>}
          />
        )}
        {work.patients.map((patient) => (
          <Card key={patient.patientId} title={patient.name}>
            <HandOverForm
              action={handOverFromPersonAction}
              fromId={personId}
              patient={patient}
              others={others}
              zone={actor.timeZone}
            />
          </Card>
        ))}
      </Stack>
    </>
  );
}
