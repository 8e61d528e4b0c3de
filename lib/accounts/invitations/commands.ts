import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { newToken, sha256 } from "@/lib/core/crypto";
import { type Db, newId, write } from "@/lib/core/db";
import { DomainError, found } from "@/lib/core/errors";
import type { Role } from "@/prisma/generated/enums";
import { sendInvitation } from "../mail";
import { invitationEnd } from "./rules";

export type NewInvitation = {
  clinicId: string;
  email: string;
  role: Role;
  name: string;
  credentials?: string;
  grantId?: string;
  createdById: string;
};

/**
 * Makes an invitation and its letter, in the transaction of the command that invites. Answers with its id.
 * @throws DomainError `conflict` on the field `email` when the address is invited already or has this role here.
 */
export async function invite(db: Db, input: NewInvitation): Promise<string> {
  const at = now();
  if (!input.grantId) await refuseTwice(db, input, at);
  const id = newId();
  const token = newToken();
  await db.invitation.createMany({
    data: { ...input, id, tokenHash: sha256(token), createdAt: at, sentAt: at, expiresAt: invitationEnd(at) },
  });
  await send(db, input, token);
  return id;
}

/** Sends a new link, for seven days from now. The link before it stops working. */
export function resendInvitation(actor: Actor, id: string): Promise<string> {
  return write(actor, "invitation.resend", async (db, audit) => {
    const at = now();
    const token = newToken();
    const { count } = await db.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { tokenHash: sha256(token), sentAt: at, expiresAt: invitationEnd(at) },
    });
    const invitation = found(await db.invitation.findUnique({ where: { id } }));
    if (count === 0) throw new DomainError("conflict", "This invitation was accepted or revoked meanwhile.");
    await send(db, invitation, token);
    audit({ subject: "invitation", subjectId: id });
    return id;
  });
}

/** Closes an invitation. Its link stops working at once. */
export function revokeInvitation(actor: Actor, id: string): Promise<string> {
  return write(actor, "invitation.revoke", async (db, audit) => {
    found(await db.invitation.findUnique({ where: { id }, select: { id: true } }));
    const open = { id, acceptedAt: null, revokedAt: null };
    const { count } = await db.invitation.updateMany({ where: open, data: { revokedAt: now() } });
    if (count === 0) throw new DomainError("conflict", "This invitation was accepted or revoked meanwhile.");
    audit({ subject: "invitation", subjectId: id });
    return id;
  });
}

async function refuseTwice(db: Db, { email, role, clinicId }: NewInvitation, at: Date) {
  const live = { email, role, grantId: null, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } };
  if (await db.invitation.findFirst({ where: live, select: { id: true } })) {
    throw new DomainError("conflict", "This address is invited already. You can send the invitation again.", {
      field: "email",
    });
  }
  const same = { email, person: { role, clinicId } };
  if (await db.contact.findFirst({ where: same, select: { personId: true } })) {
    throw new DomainError("conflict", "Somebody with this address has this role already.", { field: "email" });
  }
}

async function send(db: Db, { clinicId, email }: { clinicId: string; email: string }, token: string) {
  const { name } = await db.clinic.findUniqueOrThrow({ where: { id: clinicId }, select: { name: true } });
  await sendInvitation(db, { clinicId, email, clinicName: name, token });
}
