import { Card } from "@/components/ui/card";
import { Field, Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { List } from "@/components/ui/list";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { listQuotes } from "@/lib/quotes/queries";
import { reasonNotToQuote } from "@/lib/quotes/rules";
import type { SessionFound } from "@/lib/sessions/queries";
import { keepQuoteAction } from "./actions";
import { QuoteItem } from "./quote-item";

type Props = { actor: Actor; session: SessionFound };

/** What the patient said in a dosing session, as therapists wrote it down, each to be shared with the patient or not. Nothing before it begins. */
export async function QuotesCard({ actor, session }: Props) {
  if (reasonNotToQuote(session)) return null;
  const quotes = await read(actor, (db) => listQuotes(db, session.id));
  const name = session.patient?.name ?? "the patient";
  const running = session.state === "inProgress";
  return (
    <Card id="quotes" title={`What ${name} said`}>
      <p className="small soft max-w-words">
        In {name}’s own words. Your care team reads this; {name} reads what you share, beside what they remember
        themselves.
      </p>
      {quotes.length > 0 && (
        <List label={`What ${name} said`}>
          {quotes.map((quote) => (
            <QuoteItem
              key={quote.id}
              quote={quote}
              own={quote.authorId === actor.personId}
              start={session.startedAt ?? session.startsAt}
              zone={actor.clinicTimeZone}
              patientName={name}
            />
          ))}
        </List>
      )}
      <Form action={keepQuoteAction} submit="Write it down" tone="quiet" aria-label={`What ${name} said`}>
        <Hidden name="sessionId" value={session.id} />
        <Field as="textarea" name="text" label="Their words" rows={2} maxLength={1_000} required voice />
        <Field
          type="time"
          name="time"
          label="When"
          width="short"
          optional={running}
          required={!running}
          hint={running ? "Left empty, it is now." : "On the clinic’s clock."}
        />
      </Form>
    </Card>
  );
}
