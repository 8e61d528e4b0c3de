import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Facts } from "@/components/ui/facts";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Callout } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Row } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findOffered } from "@/lib/practices/clinic/queries";
import type { Offered } from "@/lib/practices/clinic/rules";
import { families, stateOffers } from "@/lib/practices/rules";
import { hideClinicPracticeAction, ownWordsAgainAction } from "../actions";

export const metadata: Metadata = { title: "A practice" };

export default async function ClinicPracticePage({ params }: PageProps<"/therapist/practices/[slug]">) {
  const actor = await requireActor("therapist");
  const { slug } = await params;
  const practice = await orNotFound(read(actor, (db) => findOffered(db, slug)));
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Practices", href: "/therapist/practices" }, { label: practice.title }]}
        title={practice.title}
        intro={practice.why}
        actions={<Button href={`/therapist/practices/${practice.slug}/edit`}>Change its words</Button>}
      />
      {practice.hiddenAt && (
        <Callout>Patients do not find this practice. What they planned or noted keeps its name.</Callout>
      )}
      <Card className="max-w-words" title="As patients read it" aside={<Whose practice={practice} />}>
        <ol className="practice-steps">
          {practice.steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same step may come twice
            <li key={at}>
              <span>{step}</span>
            </li>
          ))}
        </ol>
        <Facts items={factsOf(practice)} />
      </Card>
      <Acts practice={practice} />
    </>
  );
}

const toolWords = {
  pacer: "a shape to breathe with",
  timer: "a timer with a bell",
  bodyScan: "the steps, one at a time",
};

const factsOf = ({ family, short, longer, gentle, tooMuch, tool, helps }: Offered) =>
  [
    { label: "In five minutes", value: short },
    { label: "With more time", value: longer },
    { label: "Gently", value: gentle },
    { label: "If it stirs too much", value: tooMuch },
    { label: "Family", value: families[family].name },
    { label: "Beside the words", value: tool && toolWords[tool] },
    { label: "Offered when", value: helps?.map((state) => stateOffers[state].word.toLowerCase()).join(", ") },
  ].filter(({ value }) => value);

const Whose = ({ practice: { added, reworded } }: { practice: Offered }) => (
  <Tag tone={added || reworded ? "share" : "plain"}>
    {added ? "Added by your clinic" : reworded ? "In your clinic’s words" : "The portal’s words"}
  </Tag>
);

function Acts({ practice: { slug, version, hiddenAt, reworded } }: { practice: Offered }) {
  return (
    <Row className="items-end">
      <Form
        action={hideClinicPracticeAction}
        submit={hiddenAt ? "Show it to patients again" : "Hide it from patients"}
        tone="quiet"
      >
        <Hidden name="slug" value={slug} />
        <Hidden name="hidden" value={hiddenAt ? "no" : "yes"} />
      </Form>
      {reworded && (
        <ConfirmButton
          label="Back to the portal’s words"
          title="Back to the portal’s words?"
          text="Your clinic’s words for this practice are replaced by the portal’s, for all patients."
          confirm="Use the portal’s words"
          cancel="Keep ours"
          tone="primary"
          action={ownWordsAgainAction}
        >
          <Hidden name="slug" value={slug} />
          <Hidden name="version" value={version} />
        </ConfirmButton>
      )}
    </Row>
  );
}
