import type { Look, Pacing, TextSize } from "@/prisma/generated/enums";

/** How the portal fits one patient. */
export type Fit = {
  /** One short question instead of a longer prompt. */
  shortPrompts: boolean;
  /** Three choices at most where there would be more. */
  fewerChoices: boolean;
  /** Timers are offered beside practices. */
  timers: boolean;
  /** `gentle`: the gentle variant of a practice comes first. */
  pacing: Pacing;
  /** Prompts about those who came before. */
  ancestralPrompts: boolean;
  textSize: TextSize;
  look: Look;
  /** What to call the people in one's life: "my two partners", "chosen sister". */
  relationshipWords: string[];
  sharesCheckIns: boolean;
  quietLeftAt: Date | null;
  version: number;
};

/** What everybody has at first. `version` 0 is a fit that was never changed. */
export const firstFit: Fit = {
  shortPrompts: false,
  fewerChoices: false,
  timers: true,
  pacing: "none",
  ancestralPrompts: false,
  textSize: "normal",
  look: "warm",
  relationshipWords: [],
  sharesCheckIns: false,
  quietLeftAt: null,
  version: 0,
};

export const textSizeWords: Record<TextSize, string> = { normal: "normal", large: "large", larger: "larger" };
export const lookWords: Record<Look, string> = { warm: "warm", plain: "plain" };

/** A fit in one line: "large text, plain look, short prompts, no timers". */
export function fitWords(fit: Omit<Fit, "version">): string {
  const parts = [
    `${textSizeWords[fit.textSize]} text`,
    `${lookWords[fit.look]} look`,
    fit.shortPrompts && "short prompts",
    fit.fewerChoices && "fewer choices",
    fit.timers ? "timers" : "no timers",
    fit.pacing === "gentle" && "gentle versions first",
    fit.ancestralPrompts && "prompts about those before you",
    fit.sharesCheckIns && "check-ins shared with your care team",
  ];
  return parts.filter(Boolean).join(", ");
}
