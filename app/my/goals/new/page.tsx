import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { GoalForm } from "../goal-form";

export const metadata: Metadata = { title: "Write a goal" };

export default async function NewGoalPage() {
  await requireActor("patient");
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Goals", href: "/my/goals" }, { label: "Write a goal" }]}
        title="A goal for your course"
        intro="In your own words. You can change it, share it, or let it go at any time. At first it is seen by you alone."
      />
      <GoalForm back="/my/goals" />
    </Stack>
  );
}
