import { WithholdFields } from "@/components/notes/withhold-fields";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Details } from "@/components/ui/details";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { listReleaseDecisions } from "@/lib/notes/queries";
import { releaseAction, withholdAction } from "./actions";

type Decision = Awaited<ReturnType<typeof listReleaseDecisions>>[number];
type Props = { noteId: string; decisions: Decision[]; patientName: string; zone: string };

/** Whether the patient may read the note, who decided, and the way to decide otherwise. */
export function ReleaseCard({ noteId, decisions, patientName, zone }: Props) {
  const [current, ...earlier] = decisions;
  const released = current?.state === "released";
  return (
    <Card
      title={`Can ${patientName} read it?`}
      level={3}
      aside={<Tag tone={released ? "share" : "gold"}>{released ? "Yes" : current ? "Withheld" : "Not yet"}</Tag>}
    >
      {current ? (
        <DecisionWords decision={current} zone={zone} />
      ) : (
        <p>It waits for your release. Until then only the care team reads it.</p>
      )}
      {!released && (
        <Form action={releaseAction} submit={`Release it to ${patientName}`} tone="quiet">
          <Hidden name="noteId" value={noteId} />
        </Form>
      )}
      {current?.state !== "withheld" && (
        <ConfirmButton
          label="Withhold it"
          title="Withhold this note?"
          text={`${patientName} can then not read it. It can be released again at any time.`}
          confirm="Withhold it"
          tone="primary"
          action={withholdAction}
        >
          <Hidden name="noteId" value={noteId} />
          <WithholdFields />
        </ConfirmButton>
      )}
      {earlier.length > 0 && (
        <Details summary="Earlier decisions">
          {earlier.map((decision) => (
            <DecisionWords key={decision.id} decision={decision} zone={zone} />
          ))}
        </Details>
      )}
    </Card>
  );
}

function DecisionWords({ decision: { state, by, at, reason }, zone }: { decision: Decision; zone: string }) {
  return (
    <div>
      <p className="small soft">
        {state === "released" ? "Released" : "Withheld"} by {by}, <Time at={at} zone={zone} />
      </p>
      {reason && <p className="whitespace-pre-line">{reason}</p>}
    </div>
  );
}
