import { AgreementWords } from "@/components/companions/agreement-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Row } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import type { Agreement } from "@/lib/companions/agreements/queries";
import { confirmedBy, ownStandingWords, reasonNotToAgree } from "@/lib/companions/agreements/rules";
import type { SessionState } from "@/lib/sessions/rules";

type Props = {
  session: { id: string; state: SessionState; patient: { name: string } };
  agreement: Agreement | null;
};

/** What the two agreed, as far as they have. */
export function AgreementPart({ session, agreement }: Props) {
  const { name } = session.patient;
  const isClosed = reasonNotToAgree(session) !== null;
  const href = `/companion/sessions/${session.id}/agreement`;
  if (!agreement) {
    if (isClosed) return null;
    return (
      <Card title={`Your agreement with ${name}`}>
        <p>
          Touch, light, sound, phones, what to write down, whom to call, the way home: talk it through before you come.
        </p>
        <Row>
          <Button variant="quiet" href={href}>
            Begin it
          </Button>
        </Row>
      </Card>
    );
  }
  const { stands } = confirmedBy(agreement);
  return (
    <Card title={`Your agreement with ${name}`} aside={stands && <Tag tone="calm">It stands</Tag>}>
      {!isClosed && <p className="soft">{ownStandingWords(agreement, "companion", name)}</p>}
      <Details summary="What you agreed" open={isClosed}>
        <AgreementWords answers={agreement.answers} />
      </Details>
      {!isClosed && (
        <Row>
          <Button variant="quiet" href={href}>
            {stands ? "Read or change it" : "Read it, confirm it or change it"}
          </Button>
        </Row>
      )}
    </Card>
  );
}
