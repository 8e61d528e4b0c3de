import { hasBegun } from "@/lib/sessions/rules";
import type { SessionState } from "@/prisma/generated/enums";

type Moment = { state: SessionState; startsAt: Date };

/** Why a companion cannot write about a session yet, or at all. None when they can. */
export function reasonsNotToWrite(session: Moment, at: Date): string[] {
  if (session.state === "cancelled" || session.state === "noShow") return ["This session did not take place."];
  if (hasBegun(session) || session.startsAt <= at) return [];
  return ["You can write once the session has begun."];
}

export const canWrite = (session: Moment, at: Date): boolean => reasonsNotToWrite(session, at).length === 0;

type Texts = { saw: string; seemed: string; lines: unknown[] };

export const isEmpty = ({ saw, seemed, lines }: Texts): boolean => saw === "" && seemed === "" && lines.length === 0;
