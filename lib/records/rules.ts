import { type Verb, verbs } from "@/lib/core/permissions";
import type { Role } from "@/prisma/generated/enums";

/** Acts that a patient's list leaves out: a therapist's private notes, and what a companion has not handed over yet. */
export const keptApart = (Object.keys(verbs) as Verb[]).filter((verb) => verbs[verb].apart);

/** What to call somebody whose name this patient cannot see. */
export const unnamed: Record<Role, string> = {
  admin: "Your clinic's office",
  therapist: "Somebody of your clinic",
  companion: "A former companion",
  patient: "Somebody",
};

/**
 * What somebody did, to follow their name: "signed a note about your session of 3 October 2026".
 * `date` is the day of the session that the act was about, where it is known.
 */
export function openingWords(verb: string, date: string | null): string {
  const session = date ? `your session of ${date}` : "one of your sessions";
  return verbs[verb as Verb]?.told?.(session) ?? "worked in your record";
}
