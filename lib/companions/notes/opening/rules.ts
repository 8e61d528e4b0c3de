import type { OpenWith } from "@/prisma/generated/enums";

type Line = { openedAt: Date | null; setAsideAt: Date | null };

/** Where each line of a note stands for its patient. With the whole note open, a line that is not set aside is open too. */
export function standOf(line: Line, noteOpenedAt: Date | null): "open" | "aside" | "waiting" {
  if (line.setAsideAt) return "aside";
  return line.openedAt || noteOpenedAt ? "open" : "waiting";
}

/** With whom somebody opens what a companion wrote, as a choice. */
export const openWithOptions = (companion: string): { value: OpenWith; label: string }[] => [
  { value: "alone", label: "On my own" },
  { value: "companion", label: `With ${companion}` },
  { value: "therapist", label: "With my therapist" },
];

/** What was chosen, said back. */
export const openWithWords = (chosen: OpenWith, companion: string): string =>
  ({
    alone: "You wanted to open it on your own.",
    companion: `You wanted to open it with ${companion}.`,
    therapist: "You wanted to open it with your therapist.",
  })[chosen];
