import type { Role } from "@/prisma/generated/enums";

/** What the audit log can be narrowed to. */
export type VerbGroup =
  | "signIns"
  | "accounts"
  | "careTeams"
  | "opened"
  | "sessions"
  | "notes"
  | "intentions"
  | "sharing"
  | "space"
  | "clinic";

/** One thing that somebody may do: which roles may, and how it is told. */
export type VerbRow = {
  roles: readonly Role[];
  group: VerbGroup;
  /** In the audit log: "Signed a note". */
  log: string;
  /** To the patient, after the name of who did it: "signed a note about your session of 3 October 2026". `session` is "your session of …". */
  told?: (session: string) => string;
  /** It opens or reads something, and stands among those acts in the log too. */
  opens?: true;
  /** Left out of what a patient is told: private notes, and what has not been handed over yet. */
  apart?: true;
};

/** The verbs of one noun, in its `verbs.ts`. */
export type VerbTable = Record<string, VerbRow>;
