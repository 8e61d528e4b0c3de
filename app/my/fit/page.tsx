import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Checkbox, RadioGroup } from "@/components/ui/choices";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Stack } from "@/components/ui/stack";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { findFit } from "@/lib/fit/queries";
import { type Fit, lookWords, textSizeWords } from "@/lib/fit/rules";
import { changeFitAction } from "./actions";

export const metadata: Metadata = { title: "Fit to me" };

export default async function FitPage() {
  const actor = await requireActor("patient");
  const fit = await read(actor, (db) => findFit(db, actor.personId));
  return (
    <Stack gap="large">
      <PageHeader
        crumbs={[{ label: "More", href: "/my/more" }, { label: "Fit to me" }]}
        title="Fit to me"
        intro="How the portal looks and asks, everywhere. You can change it on any day."
      />
      <Form action={changeFitAction} submit="Keep it like this">
        <Hidden name="version" value={fit.version} />
        <Looks fit={fit} />
        <Pace fit={fit} />
        <People fit={fit} />
      </Form>
    </Stack>
  );
}

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

function Looks({ fit }: { fit: Fit }) {
  return (
    <Card title="Text and look">
      <RadioGroup
        name="textSize"
        legend="Text size"
        look="tiles"
        options={optionsOf(textSizeWords)}
        defaultValue={fit.textSize}
      />
      <RadioGroup name="look" legend="Look" look="tiles" options={optionsOf(lookWords)} defaultValue={fit.look} />
      <div className="fit-preview">
        <p className="small soft">This is how it will read</p>
        <p className="words">Something softened in my shoulders, and it stayed through the evening.</p>
        <p>What would you like to do with the next five minutes?</p>
      </div>
    </Card>
  );
}

function Pace({ fit }: { fit: Fit }) {
  return (
    <Card title="How much at a time">
      <Checkbox
        name="shortPrompts"
        label="Short questions"
        hint="One plain question instead of a longer prompt."
        defaultChecked={fit.shortPrompts}
      />
      <Checkbox
        name="fewerChoices"
        label="Fewer choices"
        hint="Three things at most; the rest waits one step away."
        defaultChecked={fit.fewerChoices}
      />
      <Checkbox name="timers" label="Timers" hint="Offered beside practices." defaultChecked={fit.timers} />
      <RadioGroup
        name="pacing"
        legend="Pace"
        options={[
          { value: "none", label: "Practices as they are" },
          {
            value: "gentle",
            label: "Gentle first",
            hint: "For little energy or pain: the gentle version comes first.",
          },
        ]}
        defaultValue={fit.pacing}
      />
      <Checkbox
        name="ancestralPrompts"
        label="Questions about those who came before me"
        hint="Parents, grandparents and what was handed down. Off until you want it."
        defaultChecked={fit.ancestralPrompts}
      />
    </Card>
  );
}

function People({ fit }: { fit: Fit }) {
  return (
    <>
      <Card title="My people">
        <Field
          name="relationshipWords"
          label="Your words for the people in your life"
          as="textarea"
          rows={4}
          voice
          optional
          hint="One on each line: my two partners, chosen sister, the one who listens. They are offered when you invite a companion."
          defaultValue={fit.relationshipWords.join("\n")}
        />
      </Card>
      <Card title="Check-ins and my care team" id="sharing">
        <Checkbox
          name="sharesCheckIns"
          label="Share new check-ins with my care team"
          hint="From now on, as you keep them. Earlier ones stay as they are, and you can take back any of them."
          defaultChecked={fit.sharesCheckIns}
        />
      </Card>
    </>
  );
}
