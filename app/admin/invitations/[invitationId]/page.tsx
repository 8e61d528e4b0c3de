import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Facts } from "@/components/ui/facts";
import { Hidden } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Row } from "@/components/ui/stack";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { findInvitation } from "@/lib/accounts/people/queries";
import { invitationWords, roleWithCredentials } from "@/lib/accounts/people/rules";
import { requireActor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { read } from "@/lib/core/db";
import { orNotFound } from "@/lib/core/errors";
import { isId } from "@/lib/core/fields";
import { resendAction, revokeAction } from "../actions";

export const metadata: Metadata = { title: "Invitation" };

type Props = { params: Promise<{ invitationId: string }> };

export default async function InvitationPage({ params }: Props) {
  const actor = await requireActor("admin");
  const { invitationId } = await params;
  if (!isId(invitationId)) notFound();
  const invitation = await orNotFound(read(actor, (db) => findInvitation(db, invitationId)));
  const { name, email, expiresAt, sentAt, createdBy, therapist } = invitation;
  const closed = invitation.acceptedAt ? "Accepted" : invitation.revokedAt ? "Taken back" : null;
  const state = closed ? { words: closed, holds: false } : invitationWords(expiresAt, now());
  const facts = [
    { label: "Address", value: email },
    { label: "Role", value: roleWithCredentials(invitation) },
    { label: "Invited by", value: createdBy ?? "Somebody no longer here" },
    { label: "Last sent", value: <Time at={sentAt} zone={actor.timeZone} /> },
    ...(closed ? [] : [{ label: "Holds until", value: <Time at={expiresAt} zone={actor.timeZone} /> }]),
    ...(therapist ? [{ label: "Will be treated by", value: therapist }] : []),
  ];
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: "Accounts", href: "/admin" }, { label: "Invitation" }]}
        actions={<Tag tone={closed ? "plain" : state.holds ? "gold" : "stop"}>{state.words}</Tag>}
      />
      <Card title="Invitation" className="max-w-words">
        <Facts items={facts} />
        {!closed && (
          <Row className="items-end">
            <Form action={resendAction} submit="Send again" aria-label="Send again">
              <Hidden name="invitationId" value={invitationId} />
            </Form>
            <ConfirmButton
              label="Take back"
              title={`Take back the invitation of ${name}?`}
              text="Its link stops working at once. You can invite the same address again."
              confirm="Take it back"
              action={revokeAction}
            >
              <Hidden name="invitationId" value={invitationId} />
            </ConfirmButton>
          </Row>
        )}
      </Card>
    </>
  );
}
