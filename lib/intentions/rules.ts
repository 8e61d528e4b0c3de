import { opensUntil } from "@/lib/companions/grants/rules";
import { hasBegun, isAhead, type SessionState } from "@/lib/sessions/rules";

/** Why a session's intention stays as it is, in words for the patient. Null while it can be set. */
export function reasonNotToSet(session: { state: SessionState }): string | null {
  if (isAhead(session)) return null;
  if (hasBegun(session)) return "This session has begun. Its intention stays as it is.";
  return "This session did not take place. Your words can go with the next one.";
}

type Access = { scope: "course" | "sessions"; sessionIds: string[]; createdAt: Date };
type Times = { id: string; state: SessionState; startsAt: Date; endsAt: Date; completedAt: Date | null };

/** Whether a companion's access lets them into a session now. The database's function `granted_sessions` decides the same. */
export function isLetIn(access: Access, session: Times, grantDays: number, at: Date): boolean {
  const covered =
    access.scope === "course" ? session.endsAt >= access.createdAt : access.sessionIds.includes(session.id);
  return covered && opensUntil(session, grantDays) > at;
}
