import { dayOf, formatDay } from "@/lib/core/clock";
import { entryTitle, excerptOf, kindWords } from "@/lib/journal/rules";
import type { Thing } from "@/lib/recall/queries";
import { ownerWords } from "@/lib/recall/rules";
import type { Reader } from "@/lib/sharing/rules";

/** A thing's words as they stand on the desk: what was said in quotation marks, a page of the journal by its title or its beginning. */
export function wordsOf({ subject, text, entry }: Thing, zone: string): string {
  if (!entry) return `“${text}”`;
  return subject === "entry" && text ? excerptOf(text, 400) : entryTitle(entry, zone);
}

/** The same in a few words, for a label. */
export const shortWords = (thing: Thing, zone: string): string => excerptOf(wordsOf(thing, zone), 60);

/** Whose it is. */
export const whose = (thing: Thing): string =>
  thing.entry ? `Your ${kindWords(thing.entry.kind).toLowerCase()}` : ownerWords(thing);

/** A therapist's quote is read by the whole care team; everything else by those it is shared with. */
export const careTeam: Reader[] = [{ audience: "careTeam", companionId: null, companionName: null }];

/** The day, where it is another one than that of the session. */
export const otherDay = (at: Date, start: Date, zone: string): string =>
  dayOf(at, zone) === dayOf(start, zone) ? "" : formatDay(at, zone);
