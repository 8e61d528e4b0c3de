import type { Heard } from "@/lib/core/answers";
import type { Kept } from "../drafts";
import { type Answer, type Standing, standingOf, whyOf } from "../send";

/** What a form holds: each name with its values, in order. */
export type Fields = Record<string, string[]>;

const pause = 700;
const longest = 1_500;

/** When to send (ms): after a pause in typing, and while somebody types on and on, 1.5 s after the first change not yet sent. */
export const sendAt = (firstChange: number, lastChange: number): number =>
  Math.min(lastChange + pause, firstChange + longest);

/** How long to wait (ms) after so many failures in a row: 1, 2, 4, 8, then every 15 s. */
export const retryAfter = (failures: number): number => Math.min(1_000 * 2 ** Math.max(failures - 1, 0), 15_000);

/** What an answer means for the editor. */
export type Meaning = "saved" | "signedOut" | "conflict" | "closed" | "refused" | "away";

const meanings: Record<Standing, Meaning> = {
  taken: "saved",
  signedOut: "signedOut",
  conflict: "conflict",
  forbidden: "closed",
  gone: "closed",
  closed: "closed",
  refused: "refused",
  away: "away",
};

export const meaningOf = (answer: Heard): Meaning => meanings[standingOf(answer)];

/** Why nothing was saved, in the portal's words or about what answered in its place. */
export const messageIn = (answer: Answer): string => String(answer.body.message ?? whyOf(answer) ?? "");

/** What to do on opening the page with a text that this device kept. */
export function whatToOffer(kept: Kept, here: { fields: Fields; version: number }): "nothing" | "newer" | "both" {
  if (sameText(kept.fields, here.fields)) return "nothing";
  return kept.version >= here.version ? "newer" : "both";
}

/** The same words, whatever the line ends and the space around them. A name that is missing is an empty one. */
export const sameText = (a: Fields, b: Fields): boolean => differing(a, b).length === 0;

export function differing(a: Fields, b: Fields): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => flat(a[name]) !== flat(b[name]));
}

/** An answer got lost, and the portal has since been holding what was sent from here: no conflict with anybody. */
export const isOwnSave = (current: Fields, sent: Fields[]): boolean => sent.some((fields) => sameText(fields, current));

/** Both texts in one, the other's first. Where only one can stand (`single`: a choice, not a text), it is the one from here. */
export function bothTexts(theirs: Fields, mine: Fields, single: (name: string) => boolean): Fields {
  const joined = { ...theirs, ...mine };
  for (const name of differing(theirs, mine)) {
    const [other, own] = [flat(theirs[name]), flat(mine[name])];
    if (single(name) || (mine[name]?.length ?? 0) > 1 || (theirs[name]?.length ?? 0) > 1) continue;
    joined[name] = [own.includes(other) ? own : other.includes(own) ? other : `${other}\n\n${own}`];
  }
  return joined;
}

const flat = (values: string[] = []) =>
  values
    .map((value) => value.replaceAll("\r\n", "\n").normalize("NFC").trim())
    .join("\n")
    .trim();
