export const invitationDays = 7;

export const invitationEnd = (from: Date): Date => new Date(from.getTime() + invitationDays * 24 * 3_600_000);

export type InvitationState = "open" | "accepted" | "revoked" | "expired";
type Dates = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

export function invitationState({ acceptedAt, revokedAt, expiresAt }: Dates, at: Date): InvitationState {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt <= at ? "expired" : "open";
}
