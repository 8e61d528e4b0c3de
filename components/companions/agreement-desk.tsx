import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/components/ui/use-form";
import type { Agreement } from "@/lib/companions/agreements/queries";
import { confirmedBy, ownStandingWords, reasonNotToAgree, type Side } from "@/lib/companions/agreements/rules";
import { agreementIntro } from "@/lib/companions/words/agreement/rules";
import type { SessionState } from "@/prisma/generated/enums";
import { AgreementForm } from "./agreement-form";
import { AgreementWords } from "./agreement-words";

type Props = {
  session: { id: string; state: SessionState };
  grantId: string;
  agreement: Agreement | null;
  side: Side;
  /** What the one who reads this calls the other. */
  other: string;
  zone: string;
  save: FormAction;
  confirm: FormAction;
};

/** What patient and companion agree for one session: to read, to say yes to, and to change until it begins. */
export function AgreementDesk({ session, grantId, agreement, side, other, zone, save, confirm }: Props) {
  const reason = reasonNotToAgree(session);
  const form = <AgreementForm sessionId={session.id} grantId={grantId} agreement={agreement} action={save} />;
  return (
    <>
      {!reason && <Intro />}
      {agreement && <Kept {...{ agreement, side, other, zone, confirm }} isOpen={!reason} />}
      {reason && (
        <p className="soft">{agreement ? reason : "The session has begun, and nothing was written down before it."}</p>
      )}
      {!reason && !agreement && <Card title="Begin together">{form}</Card>}
      {!reason && agreement && (
        <Details summary="Change it">
          <Card>
            <p className="soft">New words ask for a new yes from both of you.</p>
            {form}
          </Card>
        </Details>
      )}
    </>
  );
}

const Intro = () => (
  <div className="stack gap-1.5 max-w-words">
    {agreementIntro.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
);

type KeptProps = Pick<Props, "side" | "other" | "zone" | "confirm"> & { agreement: Agreement; isOpen: boolean };

function Kept({ agreement, side, other, zone, confirm, isOpen }: KeptProps) {
  const confirmed = confirmedBy(agreement);
  return (
    <Card
      title="What you agreed"
      aside={
        <Tag tone={confirmed.stands ? "calm" : "plain"}>
          {confirmed.stands ? "It stands" : "Not confirmed by both yet"}
        </Tag>
      }
    >
      <AgreementWords answers={agreement.answers} />
      <p className="soft border-line border-t pt-5">
        {ownStandingWords(agreement, side, other)} Last changed on <Time at={agreement.savedAt} zone={zone} />.
      </p>
      {isOpen && !confirmed[side] && (
        <Form action={confirm} submit="Yes, this is what we agreed" large>
          <Hidden name="sessionId" value={agreement.sessionId} />
          <Hidden name="grantId" value={agreement.grantId} />
          <Hidden name="agreementId" value={agreement.id} />
          <input type="hidden" name="version" value={agreement.version} />
        </Form>
      )}
    </Card>
  );
}
