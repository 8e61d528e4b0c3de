import { addToPlanAction } from "@/components/practices/actions";
import { RhythmField } from "@/components/practices/rhythm-field";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Row, Stack } from "@/components/ui/stack";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PracticeInGarden } from "@/lib/practices/queries";
import { chooseAction } from "../actions";

/** What one can do with a practice: keep it near, put it out of sight, make it part of one's plan. */
export function Choices({ practice, planned }: { practice: PracticeInGarden; planned: boolean }) {
  const { slug, favourite, hidden, own } = practice;
  return (
    <Stack>
      <Form action={chooseAction}>
        <Hidden name="slug" value={slug} />
        <Row>
          {hidden ? (
            <Choice value="show">Show it in my garden again</Choice>
          ) : (
            <>
              <Choice value={favourite ? "notFavourite" : "favourite"}>
                {favourite ? "Not near any more" : "Keep near"}
              </Choice>
              <Choice value="hide">Put out of sight</Choice>
            </>
          )}
          {own && (
            <Button variant="quiet" href={`/my/practices/own/${slug}`}>
              Change its words
            </Button>
          )}
        </Row>
      </Form>
      {planned ? (
        <p className="soft">
          It is in <Link href="/my/practices/plan">your plan</Link>.
        </p>
      ) : (
        <Details summary="Add it to your plan">
          <Form action={addToPlanAction} submit="Add to my plan" tone="quiet">
            <Hidden name="slug" value={slug} />
            <RhythmField />
          </Form>
        </Details>
      )}
    </Stack>
  );
}

const Choice = ({ value, children }: { value: string; children: string }) => (
  <SubmitButton variant="quiet" name="choice" value={value}>
    {children}
  </SubmitButton>
);
