import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Row } from "@/components/ui/stack";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf } from "@/lib/core/clock";
import { edges, isLate, isOver, type SessionState } from "@/lib/sessions/rules";
import { checkInAction, completeAction, noShowAction, startAction } from "./actions";

type Props = { session: { id: string; state: SessionState; startsAt: Date }; zone: string; at: Date };

/** What can be done with a session now. What may be done is decided by the commands. */
export function Steps({ session, zone, at }: Props) {
  const { id, state, startsAt } = session;
  if (isOver(session)) return null;
  const can = (to: SessionState) => edges[state].includes(to);
  const hasCome = dayOf(startsAt, zone) <= dayOf(at, zone);
  const hidden = <Hidden name="sessionId" value={id} />;
  return (
    <Row className="items-start">
      {hasCome && can("checkedIn") && <Step action={checkInAction} words="Check in" hidden={hidden} />}
      {hasCome && can("inProgress") && (
        <Step action={startAction} words="Start" hidden={hidden} quiet={can("checkedIn")} />
      )}
      {can("completed") && <Step action={completeAction} words="Complete" hidden={hidden} />}
      {startsAt <= at && can("noShow") && <NoShow>{hidden}</NoShow>}
      {can("cancelled") && <OtherTime path={`/therapist/sessions/${id}`} />}
      {isLate(startsAt, at) && (
        <p className="small soft basis-full">What you record now is kept with the times that were planned.</p>
      )}
    </Row>
  );
}

type StepProps = { action: typeof startAction; words: string; hidden: ReactNode; quiet?: boolean };

const Step = ({ action, words, hidden, quiet }: StepProps) => (
  <Form action={action}>
    {hidden}
    <SubmitButton variant={quiet ? "quiet" : "primary"}>{words}</SubmitButton>
  </Form>
);

const OtherTime = ({ path }: { path: string }) => (
  <>
    <Button variant="quiet" href={`${path}/reschedule`}>
      Reschedule
    </Button>
    <Button variant="quiet" href={`${path}/cancel`}>
      Cancel the session
    </Button>
  </>
);

const NoShow = ({ children }: { children: ReactNode }) => (
  <ConfirmButton
    label="Did not take place"
    title="Did this session not take place?"
    text="It stays in the record as not taken place. This cannot be taken back."
    confirm="Record it"
    action={noShowAction}
  >
    {children}
  </ConfirmButton>
);
