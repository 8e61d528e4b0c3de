import { now } from "@/lib/core/clock";
import { sha256, unseal } from "@/lib/core/crypto";
import { system } from "@/lib/core/system";
import type { Role } from "@/prisma/generated/enums";
import { type InvitationState, invitationState } from "./rules";

export type OpenedInvitation = {
  state: InvitationState;
  email: string;
  role: Role;
  name: string;
  clinicName: string;
  clinicTimeZone: string;
  clinicPhone: string;
  hasAccount: boolean;
  /** For a companion: what to call the one who invites. */
  invitedBy?: string;
  /** For a companion: the invitation in the words of the one who invites, if there are any. */
  welcome?: string;
};

/** What the holder of a link may know before accepting. Null when no invitation has this link. */
export function findInvitation(token: string): Promise<OpenedInvitation | null> {
  return system("accounts", async (db) => {
    const row = await db.invitation.findUnique({
      where: { tokenHash: sha256(token) },
      include: {
        grant: { select: { id: true, endedAt: true, welcomeSealed: true, patient: { select: { name: true } } } },
      },
    });
    if (!row) return null;
    const clinic = await db.clinic.findUniqueOrThrow({ where: { id: row.clinicId } });
    const account = await db.account.findUnique({ where: { email: row.email }, select: { id: true } });
    const state = row.grant?.endedAt ? "revoked" : invitationState(row, now());
    const sealed = state === "open" && row.grant?.welcomeSealed;
    return {
      state,
      email: row.email,
      role: row.role,
      name: row.name,
      clinicName: clinic.name,
      clinicTimeZone: clinic.timeZone,
      clinicPhone: clinic.phone,
      hasAccount: account !== null,
      invitedBy: row.grant?.patient.name,
      welcome: sealed && row.grant ? await unseal(db, row.grant.id, sealed) : undefined,
    };
  });
}
