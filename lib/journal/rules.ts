import { formatDate, formatTime } from "@/lib/core/clock";
import type { EntryKind } from "@/prisma/generated/enums";

export type { EntryKind };

/** What each kind of page is called, in a sentence's middle too, and what it is for. */
export const kinds: Record<EntryKind, { words: string; hint: string; opening: string }> = {
  reflection: { words: "Reflection", hint: "A question to write from", opening: "Begin anywhere." },
  page: { words: "Free page", hint: "Whatever wants to be written", opening: "Begin anywhere." },
  fragment: { words: "Fragment", hint: "A word, an image, a colour", opening: "A word is enough." },
  dream: { words: "Dream", hint: "Before it fades", opening: "I was…" },
  story: { words: "Story", hint: "Tell it as if to somebody", opening: "There was…" },
  poem: { words: "Poem", hint: "It need not rhyme", opening: "One line, then the next." },
  letter: { words: "Letter to later", hint: "Sealed until a day you choose", opening: "Dear later me," },
  gratitude: { words: "Gratitude", hint: "Something that was good", opening: "However small." },
};

export const kindKeys = Object.keys(kinds) as EntryKind[];
/** The kinds that come first where there are fewer choices. */
export const firstKinds: EntryKind[] = ["reflection", "page", "dream"];
export const kindWords = (kind: EntryKind): string => kinds[kind].words;
export const isKind = (text: unknown): text is EntryKind => kindKeys.includes(text as EntryKind);

/** Moods are words. Beside these a patient can use one of their own. */
export const moodWords = [
  "calm",
  "light",
  "hopeful",
  "grateful",
  "relieved",
  "open",
  "curious",
  "tender",
  "moved",
  "connected",
  "tired",
  "heavy",
  "sad",
  "anxious",
  "restless",
  "angry",
  "numb",
  "lonely",
  "confused",
  "raw",
] as const;

/** Moods in one order: the known words as they are listed, then one's own. */
export function inOrder(moods: string[]): string[] {
  const known = moodWords.filter((word) => moods.includes(word));
  const own = moods.filter((word) => word && !(moodWords as readonly string[]).includes(word));
  return [...known, ...new Set(own)];
}

/** The words among them that are a patient's own. */
export const ownMoods = (moods: string[]): string[] =>
  moods.filter((mood) => !(moodWords as readonly string[]).includes(mood));

/** Colours for what has no words yet. Both themes show them: `fill` is for SVG. */
export const colours = {
  rose: { words: "Rose", fill: "#c76f80" },
  ember: { words: "Ember", fill: "#cc6a3d" },
  gold: { words: "Gold", fill: "#cf9f37" },
  moss: { words: "Moss", fill: "#7c9456" },
  sea: { words: "Sea", fill: "#4a9a94" },
  sky: { words: "Sky", fill: "#76a4cb" },
  dusk: { words: "Dusk", fill: "#716cb8" },
  stone: { words: "Stone", fill: "#8a8a84" },
} as const;

export type Colour = keyof typeof colours;
export const colourKeys = Object.keys(colours) as Colour[];
export const isColour = (text: unknown): text is Colour => colourKeys.includes(text as Colour);

type Titled = { title: string; text: string; colour: string; kind: EntryKind; at: Date; moods?: string[] };

/** What an entry is called: its title, else its first words, else its moods, its colour or that it was spoken, with the time in the zone. */
export function entryTitle({ title, text, colour, kind, at, moods = [] }: Titled, zone: string): string {
  if (title) return title;
  const [line = ""] = text.split("\n");
  if (line) return excerptOf(line, 60);
  const time = formatTime(at, zone);
  if (isColour(colour)) return `${colours[colour].words}, ${time}`;
  if (moods.length > 0) return `${moods.slice(0, 3).join(", ")}, ${time}`;
  return kind === "letter" ? `A letter, ${time}` : `Spoken, ${time}`;
}

/** The beginning of a text in one paragraph, cut between words, at most so many characters. */
export function excerptOf(text: string, most = 240): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= most) return flat;
  // Never half of a letter that takes two places.
  const cut = flat.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > most / 2 ? space : most - 1).replace(/[\s,;:.–-]+$/, "")}…`;
}

type Written = { title: string; text: string; moods: string[] };

/** Nothing is written: no title, no text, no mood, no colour. */
export const isBlank = ({ title, text, moods, colour }: Written & { colour: string }): boolean =>
  !title && !text && moods.length === 0 && !colour;

/** The same title, text and moods. */
export const sameWords = (a: Written, b: Written): boolean =>
  a.title === b.title && a.text === b.text && a.moods.join("\n") === b.moods.join("\n");

const sitting = 10 * 60_000;

/** Whether writing at that time begins anew: more than ten minutes after the last save. */
export const isTakenUpAgain = ({ savedAt }: { savedAt: Date }, at: Date): boolean =>
  at.getTime() - savedAt.getTime() > sitting;

const worthKeeping = 80;

/** Whether most of a text goes at once: a page cleared by a slip of the hand can then be brought back. */
export const losesMost = (kept: { text: string }, next: { text: string }): boolean =>
  kept.text.length >= worthKeeping && next.text.length < kept.text.length / 2;

type Standing = { sealedUntil: Date | null; putAwayAt: Date | null };

/** Why an entry stays as it is, in words for its writer. Null while it can be written on. */
export function reasonNotToWrite({ sealedUntil, putAwayAt }: Standing): string | null {
  if (sealedUntil) return "This letter was sealed, and stays as you wrote it.";
  if (putAwayAt) return "You put this page away. Bring it back to write on.";
  return null;
}

/** Why a letter cannot be sealed until that day. Days as `2026-11-21`; null when it can. */
export function reasonNotToSealUntil(day: string, today: string): string | null {
  if (day <= today) return "Choose a day from tomorrow on";
  if (day > latestDay(today)) return "Choose a day within the next ten years";
  return null;
}

/** Ten years on, as `2036-11-21`. */
export const latestDay = (today: string): string => `${Number(today.slice(0, 4)) + 10}${today.slice(4)}`;

/** "A letter waits until 3 March 2027" */
export const waitingWords = (sealedUntil: Date, zone: string): string =>
  `A letter waits until ${formatDate(sealedUntil, zone)}`;

const month = 30 * 24 * 3_600_000;

/** When a fragment that a device kept lies: not in the future, and at most thirty days back. */
export const fragmentTime = (at: Date, received: Date): Date =>
  new Date(Math.min(Math.max(at.getTime(), received.getTime() - month), received.getTime()));
