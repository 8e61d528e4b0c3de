import { hasBegun, isAhead, type SessionState } from "@/lib/sessions/rules";

/** Why a session's intention stays as it is, in words for the patient. Null while it can be set. */
export function reasonNotToSet(session: { state: SessionState }): string | null {
  if (isAhead(session)) return null;
  if (hasBegun(session)) return "This session has begun. Its intention stays as it is.";
  return "This session did not take place. Your words can go with the next one.";
}
