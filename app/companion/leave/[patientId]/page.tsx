import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choices";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { findAccompanied } from "@/lib/companions/rooms/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { leaveAction } from "./actions";

export const metadata: Metadata = { title: "End your role" };

type Props = { params: Promise<{ patientId: string }> };

export default async function LeavePage({ params }: Props) {
  const actor = await requireActor("companion");
  const { patientId } = await params;
  const { name } = await orNotFound(read(actor, (db) => findAccompanied(db, patientId)));
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Sessions", href: "/companion" }, { label: "End your role" }]}
        title={`Stop being ${name}'s companion?`}
      />
      <Card className="max-w-words">
        <p>You may stop at any time, and you need no reason. {name} sees that you have ended it.</p>
        <p>
          From then on you see nothing more of {name} here. What you have handed over is {name}'s and stays. What you
          have not handed over stays closed: nobody can read it. To begin again, {name} would send a new invitation.
        </p>
        <Form
          action={leaveAction}
          submit="End my role"
          tone="stop"
          beside={
            <Button variant="plain" href="/companion">
              Stay
            </Button>
          }
        >
          <Hidden name="patientId" value={patientId} />
          <Checkbox
            name="askName"
            label={`Ask ${name} to let my name go as well`}
            hint={`If ${name} agrees, it says “A former companion” where your name stood.`}
          />
        </Form>
      </Card>
    </>
  );
}
