import type { Metadata } from "next";
import { AgreementDesk } from "@/components/companions/agreement-desk";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { findAgreement } from "@/lib/companions/agreements/queries";
import { findOwnGrantFor } from "@/lib/companions/grants/queries";
import { findRoomSession } from "@/lib/companions/rooms/queries";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { confirmAgreementAction, saveAgreementAction } from "./actions";

export const metadata: Metadata = { title: "Agreement" };

type Props = { params: Promise<{ sessionId: string }> };

export default async function CompanionAgreementPage({ params }: Props) {
  const actor = await requireActor("companion");
  const { sessionId } = await params;
  const { session, grantId, agreement } = await orNotFound(
    read(actor, async (db) => {
      const session = await findRoomSession(db, sessionId);
      const grant = session && (await findOwnGrantFor(db, session.id));
      return grant && { session, grantId: grant.id, agreement: await findAgreement(db, session.id, grant.id) };
    }),
  );
  const { name } = session.patient;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Sessions", href: "/companion" },
          { label: `With ${name}`, href: `/companion/sessions/${session.id}` },
          { label: "Agreement" },
        ]}
        eyebrow={<Time at={session.startsAt} zone={actor.timeZone} show="day" />}
        title={`Agreement with ${name}`}
      />
      <AgreementDesk
        session={session}
        grantId={grantId}
        agreement={agreement}
        side="companion"
        other={name}
        zone={actor.timeZone}
        save={saveAgreementAction}
        confirm={confirmAgreementAction}
      />
    </>
  );
}
