import type { Metadata } from "next";
import { AgreementDesk } from "@/components/companions/agreement-desk";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Row } from "@/components/ui/stack";
import { Time } from "@/components/ui/time";
import { type AgreementListed, listAgreements } from "@/lib/companions/agreements/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { findSession } from "@/lib/sessions/queries";
import { confirmAgreementAction, saveAgreementAction } from "./actions";

export const metadata: Metadata = { title: "Agreement" };

type Props = {
  params: Promise<{ sessionId: string }>;
  searchParams: Promise<{ with?: string | string[] }>;
};

export default async function AgreementPage({ params, searchParams }: Props) {
  const actor = await requireActor("patient");
  const [{ sessionId }, query] = [await params, await searchParams];
  const { session, letIn } = await orNotFound(
    read(actor, async (db) => {
      const session = await findSession(db, sessionId);
      return session && { session, letIn: await listAgreements(db, session) };
    }),
  );
  const chosen = letIn.find(({ grantId }) => grantId === query.with) ?? letIn[0];
  const title = chosen ? `Agreement with ${chosen.companionName}` : "Agreement";
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Session", href: `/my/sessions/${session.id}` }, { label: "Agreement" }]}
        eyebrow={
          <>
            Session on <Time at={session.startsAt} zone={actor.timeZone} show="day" />
          </>
        }
        title={title}
      />
      {letIn.length > 1 && <Others sessionId={session.id} letIn={letIn} chosen={chosen} />}
      {chosen ? (
        <AgreementDesk
          key={chosen.grantId}
          session={session}
          grantId={chosen.grantId}
          agreement={chosen.agreement}
          side="patient"
          other={chosen.companionName}
          zone={actor.timeZone}
          save={saveAgreementAction}
          confirm={confirmAgreementAction}
        />
      ) : (
        <Empty
          title="Nobody is with you for this session yet"
          text="Once a companion is let into it, the two of you can agree here on touch, light, sound and the way home."
          action={
            <Button variant="quiet" href="/my/companions">
              Companions
            </Button>
          }
        />
      )}
    </>
  );
}

type OthersProps = { sessionId: string; letIn: AgreementListed[]; chosen?: AgreementListed };

/** Each companion has an agreement of their own, and none of them sees another's. */
const Others = ({ sessionId, letIn, chosen }: OthersProps) => (
  <nav aria-label="Agreements for this session">
    <Row>
      {letIn.map(({ grantId, companionName }) => (
        <Button
          key={grantId}
          variant={grantId === chosen?.grantId ? "primary" : "quiet"}
          href={`/my/sessions/${sessionId}/agreement?with=${grantId}`}
        >
          With {companionName}
        </Button>
      ))}
    </Row>
  </nav>
);
