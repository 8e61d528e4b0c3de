import { lineInstant } from "@/lib/companions/lines/rules";
import { hasBegun, type SessionKind, type SessionState } from "@/lib/sessions/rules";

/** Why nothing that a patient said can be written down of this session. Null when it can. */
export function reasonNotToQuote(session: { kind: SessionKind; state: SessionState }): string | null {
  if (session.kind !== "dosing") return "What a patient said is kept of dosing sessions.";
  return hasBegun(session) ? null : "You can write down what was said once the session has begun.";
}

type Moment = { state: SessionState; startsAt: Date; startedAt: Date | null };

/**
 * When it was said: a clock time such as 14:05 in an IANA zone, or nothing for the present while the session is under way.
 * Null when a time is needed and there is none, or when it is still to come.
 */
export function quoteInstant(time: string, session: Moment, zone: string, at: Date): Date | null {
  if (time === "") return session.state === "inProgress" ? at : null;
  const said = lineInstant(time, session.startedAt ?? session.startsAt, zone);
  return said > at ? null : said;
}
