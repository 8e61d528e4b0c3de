import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { List } from "@/components/ui/list";
import { Row } from "@/components/ui/stack";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/core/clock";
import type { Step } from "@/lib/goals/queries";
import { changeSmallStepAction } from "./actions";

type Props = {
  actions: Step[];
  zone: string;
  /** What can be done with each is offered. */
  held?: boolean;
  /** The page they grew from is named with each. */
  named?: boolean;
};

/** Small actions, each with the page it grew from and with what can be done with it. */
export function SmallSteps({ actions, zone, held = true, named = true }: Props) {
  return (
    <List>
      {actions.map((step) => (
        <li key={step.id} className="small-step">
          <div>
            <p>
              {step.text}{" "}
              {step.state !== "open" && <Tag tone={step.state === "done" ? "calm" : "plain"}>{words[step.state]}</Tag>}
            </p>
            {named && step.entry && (
              <p className="small">
                <Link href={`/my/journal/${step.entry.id}`}>from a page of {formatDate(step.entry.at, zone)}</Link>
              </p>
            )}
          </div>
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
