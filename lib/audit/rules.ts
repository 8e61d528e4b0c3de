import type { Verb } from "@/lib/core/permissions";

const acts: Record<Verb, string> = {
  "account.invite": "Invited someone",
  "invitation.resend": "Sent an invitation again",
  "invitation.revoke": "Took an invitation back",
  "person.edit": "Changed someone’s details",
  "person.changeRole": "Changed someone’s role",
  "person.deactivate": "Deactivated someone",
  "person.reactivate": "Reactivated someone",
  "careTeam.assign": "Added to a care team",
  "careTeam.end": "Ended a place on a care team",
  "careTeam.handOver": "Handed over a patient’s care",
  "clinic.edit": "Changed the clinic’s settings",
  "audit.export": "Exported the audit log",
  "outbox.read": "Opened a letter in the outbox",
  "profile.edit": "Changed their own profile",
  "record.open": "Opened a record",
  "session.schedule": "Scheduled a session",
  "session.reschedule": "Rescheduled a session",
  "session.cancel": "Cancelled a session",
  "session.checkIn": "Checked a patient in",
  "session.start": "Started a session",
  "session.complete": "Completed a session",
  "session.noShow": "Marked a session as missed",
  "note.draft": "Wrote on a note",
  "note.sign": "Signed a note",
  "note.addend": "Added to a signed note",
  "note.release": "Released a note",
  "note.withhold": "Withheld a note",
  "note.read": "Read a note",
  "psychotherapyNote.save": "Saved a private note",
  "share.see": "Opened something shared",
  "share.give": "Shared something",
  "share.takeBack": "Took sharing back",
  "intention.set": "Set an intention",
  "goal.set": "Set a goal",
  "goal.letGo": "Let a goal go",
  "goal.takeUp": "Took a goal up again",
  "goalAction.add": "Added an action to a goal",
  "goalAction.change": "Changed an action of a goal",
  "companion.invite": "Invited a companion",
  "companion.change": "Changed a companion’s access",
  "companion.end": "Ended a companion’s access",
  "companionNote.open": "Read a companion’s note",
  "answer.give": "Answered something shared",
  "clinicPractice.write": "Wrote a practice for the clinic",
  "clinicPractice.hide": "Hid or showed a practice of the clinic",
  "plan.change": "Changed a plan of practices",
  "quote.keep": "Wrote down a quote",
  "quote.share": "Shared a quote with the patient",
  "staff.acknowledge": "Answered a companion’s call",
  "companion.suspend": "Paused a companion’s access",
  "companion.lift": "Lifted the pause of a companion’s access",
  "agreement.save": "Wrote on an agreement",
  "agreement.confirm": "Confirmed an agreement",
  "companionLine.open": "Opened a companion’s line",
  "companionLine.setAside": "Set a companion’s line aside",
  "memory.keep": "Wrote a memory beside a line",
  "recall.arrange": "Arranged the recall desk",
  "drawer.open": "Opened the drawer",
  "companion.agreeName": "Agreed that a companion’s name goes",
  "companionLine.add": "Wrote down a line in the room",
  "lookIn.note": "Looked in",
  "staff.call": "Called the staff",
  "drawer.deliver": "Words arrived after access had ended",
  "companion.leave": "Ended their own role",
  "entry.save": "Wrote in the journal",
  "entry.putAway": "Put a page of the journal away",
  "entry.bringBack": "Brought a page of the journal back",
  "entry.link": "Linked or parted two pages of the journal",
  "letter.seal": "Sealed a letter",
  "thread.tag": "Tagged a page of the journal",
  "media.add": "Added an image or a sound",
  "media.describe": "Described an image or a sound",
  "media.putAway": "Put an image or a sound away",
  "media.bringBack": "Brought an image or a sound back",
  "practice.choose": "Kept or hid a practice",
  "practice.write": "Wrote a practice of their own",
  "practice.log": "Noted a practice",
  "practice.unlog": "Took a noted practice out",
  "checkIn.keep": "Kept a check-in",
  "state.note": "Noted how the body is",
  "sensation.keep": "Noted a sensation",
  "sensation.remove": "Took a sensation out",
  "fit.change": "Changed how the portal fits them",
  "book.ask": "Asked for their book",
  "book.bind": "The book was bound",
  "book.download": "Downloaded their book",
  "companionNote.save": "Wrote on a companion’s note",
  "companionNote.handOver": "Handed over a companion’s note",
};

/** What the portal notes by itself, without one of the verbs above. */
const events: Record<string, string> = {
  "signIn.start": "Signed in",
  "signIn.refuse": "Sign-in refused",
  "signIn.end": "Signed out",
  "signIn.endAll": "Signed out everywhere",
  "signIn.switch": "Changed to another room",
  "invitation.accept": "Accepted an invitation",
  "password.change": "Changed their password",
  "password.askReset": "Asked for a new password",
  "password.reset": "Chose a new password by mail",
  "clinic.found": "Set up the clinic",
};

/** A verb in plain words. One that has none yet is shown as it is. */
export const verbWords = (verb: string): string => acts[verb as Verb] ?? events[verb] ?? plain(verb);

const plain = (verb: string) => {
  const words = verb
    .replace(/([A-Z])/g, " $1")
    .replace(".", ": ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What the log can be narrowed to: words, and how the verbs in it begin. */
export const verbGroups = {
  signIns: { label: "Signing in and passwords", verbs: ["signIn.", "password.", "profile."] },
  accounts: { label: "Accounts and invitations", verbs: ["account.", "invitation.", "person."] },
  careTeams: { label: "Care teams", verbs: ["careTeam."] },
  opened: {
    label: "What was opened and read",
    verbs: ["record.", "note.read", "share.see", "companionNote.open", "outbox."],
  },
  sessions: { label: "Sessions", verbs: ["session."] },
  notes: { label: "Notes", verbs: ["note.", "psychotherapyNote."] },
  intentions: { label: "Intentions and goals", verbs: ["intention.", "goal.", "goalAction."] },
  sharing: {
    label: "Sharing and companions",
    verbs: [
      "share.",
      "companion.",
      "companionNote.",
      "companionLine.",
      "agreement.",
      "lookIn.",
      "staff.",
      "drawer.",
      "memory.",
      "recall.",
      "quote.",
    ],
  },
  space: {
    label: "Integration space",
    verbs: [
      "entry.",
      "letter.",
      "thread.",
      "media.",
      "practice.",
      "plan.",
      "checkIn.",
      "state.",
      "sensation.",
      "fit.",
      "answer.",
    ],
  },
  clinic: { label: "Settings and exports", verbs: ["clinic.", "clinicPractice.", "audit.", "setup.", "book."] },
} as const;
export type VerbGroup = keyof typeof verbGroups;

/** Every verb of a group, the portal's own events included. */
export const verbsIn = (group: VerbGroup): string[] =>
  Object.keys({ ...acts, ...events }).filter((verb) => verbGroups[group].verbs.some((begin) => verb.startsWith(begin)));

/** How a sign-in went. */
export const outcomes = {
  succeeded: { label: "Signed in", verbs: ["signIn.start", "signIn.switch"] },
  failed: { label: "Refused", verbs: ["signIn.refuse"] },
  ended: { label: "Signed out", verbs: ["signIn.end", "signIn.endAll"] },
} as const;
export type Outcome = keyof typeof outcomes;

export const signInVerbs: string[] = Object.values(outcomes).flatMap(({ verbs }) => [...verbs]);

export const outcomeOf = (verb: string): Outcome | undefined =>
  (Object.keys(outcomes) as Outcome[]).find((name) => (outcomes[name].verbs as readonly string[]).includes(verb));

/** One line of a CSV file (RFC 4180). A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export const csvLine = (cells: (string | null | undefined)[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(cell: string | null | undefined): string {
  const text = cell ?? "";
  const safe = /^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
