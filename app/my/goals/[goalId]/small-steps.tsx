import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { List } from "@/components/ui/list";
import { Row } from "@/components/ui/stack";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import type { Goal } from "@/lib/goals/queries";
import { changeSmallStepAction } from "../actions";

type Step = Goal["actions"][number];

/** A goal's actions, each with what can be done with it. Without `held` they are only shown. */
export function SmallSteps({ actions, held }: { actions: Step[]; held: boolean }) {
  if (actions.length === 0) return <p className="soft">What could you try on an ordinary day? It may be very small.</p>;
  return (
    <List>
      {actions.map((step) => (
        <li key={step.id}>
          <p>
            {step.text}{" "}
            {step.state !== "open" && <Tag tone={step.state === "done" ? "calm" : "plain"}>{words[step.state]}</Tag>}
          </p>
          {held && <Moves step={step} />}
        </li>
      ))}
    </List>
  );
}

function Moves({ step }: { step: Step }) {
  return (
    <Form action={changeSmallStepAction}>
      <Hidden name="actionId" value={step.id} />
      <Row>
        {step.state === "open" ? (
          <>
            <SubmitButton variant="quiet" name="state" value="done">
              Done
              <Which step={step} />
            </SubmitButton>
            <SubmitButton variant="plain" name="state" value="letGo">
              Let go
              <Which step={step} />
            </SubmitButton>
          </>
        ) : (
          <SubmitButton variant="plain" name="state" value="open">
            Take up again
            <Which step={step} />
          </SubmitButton>
        )}
      </Row>
    </Form>
  );
}

const Which = ({ step }: { step: Step }) => <span className="sr-only">: {step.text}</span>;

const words = { open: "Open", done: "Done", letGo: "Let go" };
