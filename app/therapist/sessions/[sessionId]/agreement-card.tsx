import { AgreementWords } from "@/components/companions/agreement-words";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { type AgreementListed, listAgreements } from "@/lib/companions/agreements/queries";
import { confirmedBy, standingWords } from "@/lib/companions/agreements/rules";
import { listPaused } from "@/lib/companions/suspensions/queries";
import type { Actor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { findSession } from "@/lib/sessions/queries";

type Props = { actor: Actor; sessionId: string };

/** Who will be with the patient, what each of them agreed with the patient, and the way to pause their access. For the care team. */
export async function AgreementCard({ actor, sessionId }: Props) {
  const found = await read(actor, async (db) => {
    const session = await findSession(db, sessionId);
    if (!session?.patient) return null;
    const { patient, patientId } = session;
    return { patient, letIn: await listAgreements(db, session), paused: await listPaused(db, patientId) };
  });
  if (!found || found.letIn.length + found.paused.length === 0) return null;
  const { patient, letIn, paused } = found;
  return (
    <Card title="Companions" level={3}>
      <ul className="grid gap-5">
        {letIn.map((one) => (
          <li key={one.grantId} className="stack gap-3 border-line border-t pt-5 first:border-0 first:pt-0">
            <LetIn one={one} patientName={patient.name} />
          </li>
        ))}
        {paused.map(({ id, companionName }) => (
          <li key={id} className="row border-line border-t pt-5 first:border-0 first:pt-0">
            <GrantLink grantId={id} name={companionName} />
            <Tag tone="gold">Access is paused</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type LetInProps = { one: AgreementListed; patientName: string };

function LetIn({ one: { grantId, companionName, agreement }, patientName }: LetInProps) {
  const link = <GrantLink grantId={grantId} name={companionName} />;
  if (!agreement) {
    return (
      <>
        {link}
        <p className="soft">Nothing is agreed yet.</p>
      </>
    );
  }
  const names = { patient: patientName, companion: companionName };
  return (
    <>
      <div className="row">
        {link}
        <Tag tone={confirmedBy(agreement).stands ? "calm" : "plain"}>{standingWords(agreement, names)}</Tag>
      </div>
      <Details summary="What they agreed">
        <AgreementWords answers={agreement.answers} />
      </Details>
    </>
  );
}

const GrantLink = ({ grantId, name }: { grantId: string; name: string }) => (
  <Link href={`/therapist/companions/${grantId}`}>{name}</Link>
);
