import type { Metadata } from "next";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findOwn, type OwnPractice } from "@/lib/practices/own/queries";
import { putAwayAction } from "../actions";
import { OwnForm } from "../own-form";

export const metadata: Metadata = { title: "Your own practice" };

export default async function EditOwnPage({ params }: PageProps<"/my/practices/own/[practiceId]">) {
  const actor = await requireActor("patient");
  const { practiceId } = await params;
  const practice = await orNotFound(read(actor, (db) => findOwn(db, actor.personId, practiceId)));
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[
          { label: "Practice garden", href: "/my/practices" },
          { label: "Your own", href: "/my/practices/own" },
          { label: practice.title },
        ]}
        title="Change its words"
      />
      {practice.putAwayAt ? <BringBack practice={practice} /> : <Change practice={practice} />}
    </Stack>
  );
}

const Change = ({ practice }: { practice: OwnPractice }) => (
  <>
    <OwnForm practice={practice} back={`/my/practices/${practice.slug}`} />
    <div>
      <ConfirmButton
        label="Put it away"
        title="Put this practice away?"
        text="It leaves your garden. It is kept, and you can bring it back. What you noted stays."
        confirm="Put it away"
        cancel="Leave it"
        variant="plain"
        tone="primary"
        action={putAwayAction}
      >
        <Hidden name="practiceId" value={practice.slug} />
        <Hidden name="away" value="yes" />
      </ConfirmButton>
    </div>
  </>
);

const BringBack = ({ practice }: { practice: OwnPractice }) => (
  <Form action={putAwayAction} submit="Bring it back" tone="quiet">
    <p className="soft">You put “{practice.title}” away. It is kept here.</p>
    <Hidden name="practiceId" value={practice.slug} />
    <Hidden name="away" value="no" />
  </Form>
);
