import type { Metadata } from "next";
import { RolePage } from "@/components/companions/role-page";
import { Button } from "@/components/ui/button";
import { Door } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { findInvitation, type OpenedInvitation } from "@/lib/accounts/invitations/queries";
import type { InvitationState } from "@/lib/accounts/invitations/rules";
import { KnownForm, NewForm } from "./forms";

export const metadata: Metadata = { title: "Your invitation", referrer: "no-referrer" };

export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (invitation?.state !== "open") return <Closed state={invitation?.state} />;
  const { clinicName, invitedBy, welcome } = invitation;
  return (
    <>
      <PageHeader title={invitedBy ? "Being a companion" : `Welcome to ${clinicName}`} intro={intro(invitation)} />
      {invitedBy && welcome && (
        <Door className="[--dawn:var(--dusk)]">
          <Words by={invitedBy}>{welcome}</Words>
        </Door>
      )}
      {invitedBy && <RolePage patientName={invitedBy} clinicName={clinicName} />}
      {invitation.hasAccount ? (
        <KnownForm token={token} invitation={invitation} />
      ) : (
        <NewForm token={token} invitation={invitation} />
      )}
    </>
  );
}

function intro({ role, hasAccount }: OpenedInvitation) {
  if (role === "companion") return undefined;
  const as = { admin: "as an admin", therapist: "as a therapist", patient: "as a patient" }[role];
  const next = hasAccount ? "You have an account already." : "Two or three things, and your account is ready.";
  return `You are invited ${as}. ${next}`;
}

const closed: Record<Exclude<InvitationState, "open">, string> = {
  accepted: "It was accepted. Sign in with your address and your password.",
  revoked: "It was taken back. Whoever invited you can tell you why.",
  expired: "It was good for 7 days. Ask whoever invited you to send it again; it takes them a moment.",
};

function Closed({ state }: { state?: InvitationState }) {
  const words =
    state && state !== "open"
      ? closed[state]
      : "A newer letter may have come, or the address was cut off. Open the link in the newest letter.";
  return (
    <>
      <PageHeader title="This invitation is not open" />
      <p>{words}</p>
      <div className="row">
        <Button href="/sign-in">Sign in</Button>
      </div>
    </>
  );
}
