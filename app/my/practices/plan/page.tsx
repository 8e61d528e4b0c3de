import type { Metadata } from "next";
import { AddToPlan } from "@/components/practices/add-to-plan";
import { LetGoList, PlanList } from "@/components/practices/plan-list";
import { SharingPanel } from "@/components/shared/sharing-panel";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { findPlan } from "@/lib/practices/plan/queries";
import { listPractices } from "@/lib/practices/queries";

export const metadata: Metadata = { title: "Your plan" };

export default async function PlanPage() {
  const actor = await requireActor("patient");
  const { plan, practices } = await read(actor, async (db) => ({
    plan: await findPlan(db, actor.personId),
    practices: await listPractices(db, actor.personId),
  }));
  const items = plan?.items ?? [];
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Practice garden", href: "/my/practices" }, { label: "Your plan" }]}
        title="Your plan"
        intro="The few that resonate, as often as it fits. It is no promise, and it may change at any time."
      />
      {items.length > 0 ? (
        <Card>
          <h2 className="sr-only">What is in it</h2>
          <PlanList
            items={items}
            byWords={({ addedById, addedBy }) => (addedById === actor.personId ? "you" : addedBy)}
            hrefOf={(slug) => `/my/practices/${slug}`}
          />
        </Card>
      ) : (
        <Empty
          title="What would you like to come back to?"
          text="One is enough to begin with. Choose below, or look around in the garden first."
          action={
            <Button variant="quiet" href="/my/practices">
              Look around
            </Button>
          }
        />
      )}
      <Card title="Add one">
        <AddToPlan practices={practices} planned={items.map(({ slug }) => slug)} />
      </Card>
      {plan && (
        <Card title="Make it together with your care team">
          <p className="soft">
            While it is shared, your care team sees this plan and can add to it or change it with you. They see which
            practices, not what you note about them.
          </p>
          <SharingPanel actor={actor} subject="plan" subjectId={plan.id} />
        </Card>
      )}
      <LetGoList items={plan?.letGo ?? []} />
    </Stack>
  );
}
