import { type Verb, verbs } from "@/lib/core/permissions";
import type { VerbGroup } from "@/lib/core/verb";

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
export const verbWords = (verb: string): string => verbs[verb as Verb]?.log ?? events[verb] ?? plain(verb);

const plain = (verb: string) => {
  const words = verb
    .replace(/([A-Z])/g, " $1")
    .replace(".", ": ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What the log can be narrowed to, in words. */
export const verbGroups: Record<VerbGroup, string> = {
  signIns: "Signing in and passwords",
  accounts: "Accounts and invitations",
  careTeams: "Care teams",
  opened: "What was opened and read",
  sessions: "Sessions",
  notes: "Notes",
  intentions: "Intentions and goals",
  sharing: "Sharing and companions",
  space: "Integration space",
  clinic: "Settings and exports",
};

const eventGroups: [VerbGroup, RegExp][] = [
  ["signIns", /^(signIn|password)\./],
  ["accounts", /^invitation\./],
  ["clinic", /^clinic\./],
];

/** Every verb of a group, the portal's own events included. */
export const verbsIn = (group: VerbGroup): string[] => [
  ...Object.entries(verbs)
    .filter(([, row]) => row.group === group || (group === "opened" && row.opens))
    .map(([verb]) => verb),
  ...Object.keys(events).filter((verb) => eventGroups.some(([of, begin]) => of === group && begin.test(verb))),
];

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
