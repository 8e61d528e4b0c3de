import type { Role } from "@/prisma/generated/enums";

/** Acts that a patient's list leaves out: a therapist's private notes, and what a companion has not handed over yet. */
export const keptApart = [
  { verb: { startsWith: "psychotherapyNote." } },
  { verb: { in: ["companionNote.save", "companionLine.add", "quote.keep"] } },
];

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
  return acts[verb]?.(session) ?? "worked in your record";
}

const acts: Record<string, (session: string) => string> = {
  "record.open": () => "opened your record",
  "share.see": () => "read what you shared",
  "answer.give": () => "answered something you shared",
  "plan.change": () => "worked on your plan of practices",
  "quote.share": (session) => `shared a quote from ${session} with you`,
  "staff.call": (session) => `called the staff during ${session}`,
  "staff.acknowledge": (session) => `answered a call during ${session}`,
  "lookIn.note": (session) => `looked in on you during ${session}`,
  "agreement.save": (session) => `worked on the agreement for ${session}`,
  "agreement.confirm": (session) => `confirmed the agreement for ${session}`,
  "companion.suspend": () => "paused a companion’s access",
  "companion.lift": () => "opened a companion’s access again",
  "companion.leave": () => "ended their role as your companion",
  "session.schedule": (session) => `planned ${session}`,
  "session.reschedule": (session) => `moved ${session}`,
  "session.cancel": (session) => `cancelled ${session}`,
  "session.checkIn": (session) => `checked you in for ${session}`,
  "session.start": (session) => `began ${session}`,
  "session.complete": (session) => `completed ${session}`,
  "session.noShow": (session) => `noted that ${session} did not take place`,
  "note.draft": (session) => `worked on a note about ${session}`,
  "note.sign": (session) => `signed a note about ${session}`,
  "note.addend": (session) => `added to a note about ${session}`,
  "note.release": (session) => `opened a note about ${session} to you`,
  "note.withhold": (session) => `kept a note about ${session} for the care team`,
  "companionNote.handOver": (session) => `handed over their notes from ${session}`,
  "careTeam.assign": () => "added somebody to your care team",
  "careTeam.end": () => "ended somebody's place on your care team",
  "careTeam.handOver": () => "changed who is on your care team",
  "account.invite": () => "invited you",
  "person.edit": () => "changed the details of your account",
  "person.deactivate": () => "closed your account",
  "person.reactivate": () => "opened your account again",
};
