import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { newId, read } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";
import { keepInWordsAction } from "../actions";
import { SketchOpener } from "./sketch-opener";

export const metadata: Metadata = { title: "Sketch" };

export default async function SketchPage() {
  const actor = await requireActor("patient");
  const { fewerChoices } = await read(actor, (db) => findFit(db, actor.personId));
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "Making", href: "/my/making" }, { label: "Sketch" }]}
        title="Sketch"
        intro={
          <p>
            Lines, shapes, a colour. It need not look like anything. You can also{" "}
            <a href="#in-words">describe it in words</a>.
          </p>
        }
      />
      <SketchOpener id={newId()} writer={actor.personId} few={fewerChoices} />
      <Card id="in-words" title="Or in words">
        <Form action={keepInWordsAction} submit="Keep the words" tone="quiet">
          <Field
            name="words"
            label="What would be on the paper?"
            as="textarea"
            rows={3}
            voice
            maxLength={2000}
            hint="Shapes, colours, where they stand. It is kept as a picture of its own."
          />
        </Form>
      </Card>
    </Stack>
  );
}
