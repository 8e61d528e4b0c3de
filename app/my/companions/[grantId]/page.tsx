import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { findClinic } from "@/lib/clinic/queries";
import { findGrant, type GrantListed, listGrantableSessions } from "@/lib/companions/grants/queries";
import { asksForName, isChangeable } from "@/lib/companions/grants/rules";
import { requireActor } from "@/lib/core/actor";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { BoundsFields } from "../bounds-fields";
import { boundsWords, GrantSentence, GrantTag } from "../grant-words";
import { changeGrantAction, endGrantAction, resendInvitationAction } from "./actions";
import { Agreements } from "./agreements";
import { AskedName } from "./asked-name";
import { Paused } from "./paused";

export const metadata: Metadata = { title: "Companion" };

type Props = { params: Promise<{ grantId: string }> };

export default async function GrantPage({ params }: Props) {
  const actor = await requireActor("patient");
  const { grantId } = await params;
  const { grant, phone, sessions } = await orNotFound(
    read(actor, async (db) => {
      const grant = await findGrant(db, grantId);
      if (!grant) return null;
      const phone = grant.state === "paused" ? (await findClinic(db)).phone : "";
      return { grant, phone, sessions: await listGrantableSessions(db, actor.personId) };
    }),
  );
  const zone = actor.timeZone;
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Companions", href: "/my/companions" }, { label: grant.companionName }]}
        title={grant.companionName}
        intro={grant.relationship}
      />
      {asksForName(grant) && <AskedName grant={grant} />}
      <Card title="How it stands" aside={<GrantTag state={grant.state} />}>
        <p>
          {boundsWords(grant)}. <GrantSentence grant={grant} zone={zone} />
        </p>
        {grant.state === "paused" && <Paused by={grant.pausedBy} phone={phone} />}
        {grant.invitation && !grant.acceptedAt && !grant.endedAt && (
          <>
            <p className="soft">The letter went to {grant.invitation.email}.</p>
            <Form action={resendInvitationAction} submit="Send it again" tone="quiet">
              <Hidden name="invitationId" value={grant.invitation.id} />
            </Form>
          </>
        )}
      </Card>
      {grant.state === "open" && <Agreements grant={grant} sessions={sessions} zone={zone} />}
      {isChangeable(grant.state) && (
        <>
          <Change grant={grant} sessions={sessions} zone={zone} />
          <End grant={grant} />
        </>
      )}
    </>
  );
}

type Grant = NonNullable<Awaited<ReturnType<typeof findGrant>>>;
type ChangeProps = { grant: Grant; sessions: GrantListed["sessions"]; zone: string };

/** Sessions that were named stay in the list after they have closed, so that saving does not take them out. */
function Change({ grant, sessions, zone }: ChangeProps) {
  const named = grant.sessions.filter(({ id }) => !sessions.some((session) => session.id === id));
  return (
    <Card title="Change what they may see">
      <Form action={changeGrantAction} submit="Save the change">
        <Hidden name="grantId" value={grant.id} />
        <Hidden name="version" value={grant.version} />
        <BoundsFields
          sessions={[...named, ...sessions]}
          zone={zone}
          name={grant.companionName}
          bounds={{ ...grant, sessionIds: grant.sessions.map(({ id }) => id) }}
        />
      </Form>
    </Card>
  );
}

function End({ grant }: { grant: GrantListed }) {
  const { companionName: name, acceptedAt } = grant;
  const text = acceptedAt
    ? `${name} sees nothing more from this moment on, and is told only that access has ended. What ${name} has handed over is yours and stays. What ${name} has not handed over stays closed: nobody can read it. To begin again, you would send a new invitation.`
    : `The link in the letter to ${name} stops working at once. To begin again, you would send a new invitation.`;
  return (
    <section className="stack gap-3" aria-labelledby="end">
      <h2 id="end" className="text-h3">
        {acceptedAt ? "End access" : "Take the invitation back"}
      </h2>
      <p className="soft">You need no reason, and it takes one step.</p>
      <ConfirmButton
        label={acceptedAt ? "End access" : "Take it back"}
        title={acceptedAt ? `End access for ${name}?` : `Take back the invitation to ${name}?`}
        text={text}
        confirm={acceptedAt ? "End access" : "Take it back"}
        action={endGrantAction}
      >
        <Hidden name="grantId" value={grant.id} />
      </ConfirmButton>
    </section>
  );
}
