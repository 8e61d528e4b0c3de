import { createHmac } from "node:crypto";
import type { ThreadKind } from "@/prisma/generated/enums";

export type { ThreadKind };

/** The kinds of what returns, with the heading of each. */
export const threadKinds: Record<ThreadKind, { one: string; many: string; hint: string }> = {
  image: { one: "Image", many: "Images", hint: "the coat, a staircase, water" },
  emotion: { one: "Emotion", many: "Emotions", hint: "tenderness, anger, relief" },
  sensation: { one: "Sensation", many: "Sensations", hint: "a tight chest, warm hands" },
  belief: { one: "Belief", many: "Beliefs", hint: "I have to be quick" },
  pattern: { one: "Pattern", many: "Patterns", hint: "going quiet, saying yes at once" },
};

export const threadKindKeys = Object.keys(threadKinds) as ThreadKind[];

/** A name as it is compared: lower case, without diacritics, with single spaces and without what surrounds it. */
export function foldName(name: string): string {
  const lower = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/\s+/g, " ");
  return lower.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, "") || lower.trim();
}

/** HMAC-SHA256 of a folded name under one patient's key, in hex: the same name is the same thread. */
export const hashName = (key: Uint8Array, name: string): string =>
  createHmac("sha256", key)
    .update(`thread:${foldName(name)}`)
    .digest("hex");

/** "1 place", "3 places" */
export const placesWords = (places: number): string => (places === 1 ? "1 place" : `${places} places`);

/** How many of the doses were over by then. `doses` are their times, the first first. */
export const dosesBy = (at: Date, doses: Date[]): number => doses.filter((dose) => dose <= at).length;

/** Between which doses something shows: "sessions 1 to 3", "after session 2", "before the first session". */
export function spanWords({ first, last }: { first: Date; last: Date }, doses: Date[]): string {
  const [from, to] = [dosesBy(first, doses), dosesBy(last, doses)];
  if (to === 0) return doses.length > 0 ? "before the first session" : "";
  if (from === to) return `after session ${to}`;
  return from === 0 ? `since before the first session, until after session ${to}` : `sessions ${from} to ${to}`;
}

/** The smaller id first, as a link is kept. */
export const inPair = (one: string, other: string): { aId: string; bId: string } =>
  one < other ? { aId: one, bId: other } : { aId: other, bId: one };
