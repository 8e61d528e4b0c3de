import { rideHome } from "@/lib/companions/words/after/rules";
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

type Texts = { saw: string; seemed: string; moved?: string; lines: unknown[] };

/** Ticks of the way home alone are nothing to hand over. */
export const isEmpty = ({ saw, seemed, moved = "", lines }: Texts): boolean =>
  saw === "" && seemed === "" && moved === "" && lines.length === 0;

/** The keys of the way home, in the order of its list. */
export const rideHomeKeys: string[] = rideHome.flatMap(({ items }) => items.map(({ key }) => key));

/** A tick's name in the form of the debrief: each has its own, so that a list is kept tick by tick. */
export const tickName = (key: string): string => `ride:${key}`;

/** What of the way home a form says is done. */
export const ticksOf = (fields: Record<string, unknown>): string[] =>
  rideHomeKeys.filter((key) => typeof fields[tickName(key)] === "string" && fields[tickName(key)] !== "");

/** The same as a form's values. */
export const tickFields = (keys: string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [tickName(key), "on"]));
