import type { Metadata } from "next";
import { AddToPlan } from "@/components/practices/add-to-plan";
import { LetGoList, PlanList } from "@/components/practices/plan-list";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Columns, Stack } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { type Actor, requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findPatientRecord, findUnseen } from "@/lib/patients/queries";
import type { PlanItem } from "@/lib/practices/plan/queries";
import { findPlan } from "@/lib/practices/plan/queries";
import { listPractices } from "@/lib/practices/queries";
import { openRecord, seeShared } from "@/lib/records/commands";

export const metadata: Metadata = { title: "Plan of practices" };

export default async function SharedPlanPage({ params }: PageProps<"/therapist/patients/[patientId]/plan">) {
  const actor = await requireActor("therapist");
  const patientId = await orNotFound(openRecord(actor, (await params).patientId));
  const { plan, patient, practices, fresh } = await orNotFound(findPage(actor, patientId));
  if (fresh.size > 0) await seeShared(actor, patientId, [...fresh]);
  const byWords = ({ addedById, addedBy }: PlanItem) =>
    addedById === actor.personId ? "you" : addedById === patientId ? patient.name : addedBy;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Patients", href: "/therapist/patients" },
          { label: patient.fullName, href: `/therapist/patients/${patientId}` },
          { label: "Plan of practices" },
        ]}
        title="Plan of practices"
        intro={`${patient.name} makes this plan together with you. You see it as long as ${patient.name} shares it.`}
      />
      <Columns>
        {plan.items.length > 0 ? (
          <Card title="What is in it" aside={<Tag tone="share">shared with you</Tag>}>
            <PlanList items={plan.items} byWords={byWords} />
          </Card>
        ) : (
          <Empty title="Nothing is in it yet" text="Add one together, in a session: the one that calls most." />
        )}
        <Stack gap="large">
          <Card title="Add one" level={3}>
            <AddToPlan practices={practices} planned={plan.items.map(({ slug }) => slug)} patientId={patientId} />
          </Card>
          <LetGoList items={plan.letGo} />
        </Stack>
      </Columns>
    </>
  );
}

const findPage = (actor: Actor, patientId: string) =>
  read(actor, async (db) => {
    const plan = await findPlan(db, patientId);
    const patient = plan && (await findPatientRecord(db, patientId, actor));
    if (!plan || !patient) return null;
    const fresh = await findUnseen(db, actor.personId, [plan.id]);
    return { plan, patient, fresh, practices: await listPractices(db, patientId) };
  });
