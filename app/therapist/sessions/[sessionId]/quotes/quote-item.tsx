import { ConfirmButton } from "@/components/ui/confirm-button";
import { Details } from "@/components/ui/details";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Row } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { formatTime } from "@/lib/core/clock";
import type { Quote } from "@/lib/quotes/queries";
import { sinceStart } from "@/lib/sessions/rules";
import { removeQuoteAction, rewordQuoteAction, shareQuoteAction, unshareQuoteAction } from "./actions";

type Props = { quote: Quote; own: boolean; start: Date; zone: string; patientName: string };

export function QuoteItem({ quote, own, start, zone, patientName }: Props) {
  const { id, at, text, by, sharedAt } = quote;
  return (
    <li>
      <div className="stack gap-2">
        <Words size="small">“{text}”</Words>
        <Row className="gap-2">
          <span className="small soft">
            <Time at={at} zone={zone} show="time" />, {sinceStart(start, at)}
            {!own && ` · written down by ${by}`}
          </span>
          <Tag tone={sharedAt ? "share" : "plain"}>{sharedAt ? `shared with ${patientName}` : "care team"}</Tag>
        </Row>
        {own &&
          (sharedAt ? <TakeBack id={id} patientName={patientName} /> : <Unshared {...{ quote, zone, patientName }} />)}
      </div>
    </li>
  );
}

function Unshared({ quote: { id, text, at }, zone, patientName }: Omit<Props, "own" | "start">) {
  return (
    <>
      <Row className="gap-2">
        <Form quiet action={shareQuoteAction} submit={`Share with ${patientName}`} tone="quiet">
          <Hidden name="quoteId" value={id} />
        </Form>
        <ConfirmButton
          label="Remove"
          title="Remove these words?"
          text="They are gone for the whole care team."
          confirm="Remove them"
          action={removeQuoteAction}
          variant="plain"
        >
          <Hidden name="quoteId" value={id} />
        </ConfirmButton>
      </Row>
      <Details summary="Change the words or the time">
        <Form action={rewordQuoteAction} submit="Keep" tone="quiet">
          <Hidden name="quoteId" value={id} />
          <Field as="textarea" name="text" label="Their words" rows={2} maxLength={1_000} defaultValue={text} voice />
          <Field type="time" name="time" label="When" width="short" defaultValue={formatTime(at, zone)} />
        </Form>
      </Details>
    </>
  );
}

function TakeBack({ id, patientName }: { id: string; patientName: string }) {
  return (
    <ConfirmButton
      label="Take back"
      title={`Take this back from ${patientName}?`}
      text={`It is gone from ${patientName}’s desk at once, and from here. You can write it down anew.`}
      confirm="Take it back"
      action={unshareQuoteAction}
      variant="plain"
    >
      <Hidden name="quoteId" value={id} />
    </ConfirmButton>
  );
}
