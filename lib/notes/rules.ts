import type { NoteFormat, SessionState } from "@/prisma/generated/enums";

export type { NoteFormat };

export const formats: Record<NoteFormat, string> = {
  kapIntegration: "KAP integration",
  soap: "SOAP",
  dap: "DAP",
  birp: "BIRP",
};

const names = {
  expressed: ["What was expressed", "What came up, in the patient's words as far as you can."],
  themes: ["Themes and imagery", "What returned, what was new, what it may stand for."],
  shifts: ["Beliefs or patterns that shifted", "From what to what; how it shows in daily life."],
  strategies: ["Strategies", "Practices and supports agreed for the days after."],
  subjective: ["Subjective", "What the patient reports, in their words."],
  objective: ["Objective", "What you observed: appearance, affect, behavior, measures."],
  data: ["Data", "What was reported and what you observed."],
  assessment: ["Assessment", "How you understand it; progress since last time."],
  behavior: ["Behavior", "What the patient presented: reports, mood, conduct."],
  intervention: ["Intervention", "What you did, and with which aim."],
  response: ["Response", "How the patient took it up."],
  plan: ["Plan", "What comes next, who does what, and when."],
} as const;

export type SectionKey = keyof typeof names;
export type Sections = Partial<Record<SectionKey, string>>;

const layouts: Record<NoteFormat, readonly SectionKey[]> = {
  kapIntegration: ["expressed", "themes", "shifts", "strategies", "plan"],
  soap: ["subjective", "objective", "assessment", "plan"],
  dap: ["data", "assessment", "plan"],
  birp: ["behavior", "intervention", "response", "plan"],
};

export const sectionKeys = Object.keys(names) as SectionKey[];
export const isFormat = (text: string): text is NoteFormat => Object.hasOwn(formats, text);

export type Section = { key: SectionKey; label: string; hint: string; text: string; carried: boolean };

/** Every section: first those of the format, then, `carried`, those of other formats, so that no text is lost on changing it. */
export function arrange(format: NoteFormat, sections: Sections): Section[] {
  const own = layouts[format];
  const others = sectionKeys.filter((key) => !own.includes(key));
  return [...own, ...others].map((key) => ({
    key,
    label: names[key][0],
    hint: names[key][1],
    text: sections[key] ?? "",
    carried: !own.includes(key),
  }));
}

/** The sections that hold words, in the format's order. */
export const written = (format: NoteFormat, sections: Sections): Section[] =>
  arrange(format, sections).filter(({ text }) => text !== "");

export const sameNote = (a: NoteText, b: NoteText): boolean =>
  a.format === b.format && sectionKeys.every((key) => (a.sections[key] ?? "") === (b.sections[key] ?? ""));

export type NoteText = { format: NoteFormat; sections: Sections };

/** What the database keeps as JSON, read with care. */
export function readSections(json: unknown): Sections {
  const found = (json ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    sectionKeys.flatMap((key) => (typeof found[key] === "string" && found[key] ? [[key, found[key]]] : [])),
  );
}

/**
 * Why a note cannot be signed yet. It may be signed from the moment its session began, since long dosing days are written up while the session
 * still runs, and for a patient who did not come, since that too is documented. What has not happened is not signed for.
 */
export function reasonsNotToSign(session: { state: SessionState }, note: NoteText): string[] {
  const reasons: string[] = [];
  if (session.state === "scheduled" || session.state === "checkedIn") {
    reasons.push("This session has not begun. Its note can be signed from its beginning on.");
  }
  if (session.state === "cancelled") reasons.push("This session was cancelled, so there is nothing to sign for.");
  if (written(note.format, note.sections).length === 0) reasons.push("This note is empty. Write at least one section.");
  return reasons;
}

const freshMinutes = 10;

/** Signing asks for the password again when it was last given more than ten minutes ago. */
export const needsPassword = (passwordAt: Date, at: Date): boolean =>
  at.getTime() - passwordAt.getTime() > freshMinutes * 60_000;

/** Why a note may be withheld: exceptions of the information blocking rule that a therapist meets (45 CFR part 171, subpart B). */
export const exceptions = {
  harm: {
    label: "Preventing harm",
    hint: "Reading it is reasonably likely to endanger the patient or somebody else (45 CFR 171.201).",
  },
  privacy: {
    label: "Privacy",
    hint: "It holds what a law protects, or what somebody else told in confidence (45 CFR 171.202).",
  },
  infeasibility: {
    label: "Infeasibility",
    hint: "What must not be shown cannot be told apart from the rest (45 CFR 171.204).",
  },
  request: { label: "The patient's own request", hint: "The patient asked not to be shown it (45 CFR 171.202(e))." },
} as const;

export type Exception = keyof typeof exceptions;
export const exceptionKeys = Object.keys(exceptions) as [Exception, ...Exception[]];

/** The reason as it is kept: the exception's name and the therapist's words. */
export const reasonWords = (exception: Exception, words: string): string => `${exceptions[exception].label}. ${words}`;

/** "Dr. Ana Reyes, LPC" */
export const signatureWords = (name: string, credentials: string): string =>
  credentials ? `${name}, ${credentials}` : name;
