import type { FeltSense, NervousState, PracticeFamily } from "@/prisma/generated/enums";

/** A practice as people read it. `slug` names it everywhere: in plans, choices and the log. */
export type Practice = {
  slug: string;
  family: PracticeFamily;
  title: string;
  /** Why it may do good, in one or two sentences. */
  why: string;
  /** Plain words, one step each. */
  steps: string[];
  /** The version for five minutes. */
  short: string;
  longer: string;
  /** For days with little energy or with pain. */
  gentle: string;
  /** What to do if it stirs too much. */
  tooMuch: string;
  /** What the page offers beside the words. */
  tool?: "pacer" | "timer" | "bodyScan";
  /** For which state of the nervous system it is offered. */
  helps?: NervousState[];
};

/** The eight families of the garden, in their order. */
export const families: Record<PracticeFamily, { name: string; why: string }> = {
  body: {
    name: "Body",
    why: "The body often knows before words do. Moving it, or only listening to it, gives what came up somewhere to go.",
  },
  writing: {
    name: "Writing",
    why: "An experience fades like a dream by morning. A few words keep it near, so that you can return to it.",
  },
  stillness: {
    name: "Stillness",
    why: "Sitting quietly lets things settle by themselves. Nothing has to happen.",
  },
  making: {
    name: "Making",
    why: "Some things have no words yet. Colour, sound and hands can hold them. Nothing has to be beautiful or explained.",
  },
  nature: {
    name: "Nature",
    why: "Weather, water and animals ask nothing of you. Being among them steadies many people.",
  },
  restAndFood: {
    name: "Rest and food",
    why: "Change takes strength. Sleep, water and warm food give it back.",
  },
  connection: {
    name: "Connection",
    why: "Being heard by somebody who does not try to fix it makes an experience more real, and lighter to carry.",
  },
  meaning: {
    name: "Meaning",
    why: "Large questions may have come near. They can be kept company without being answered.",
  },
};

export const familyOrder = Object.keys(families) as PracticeFamily[];

/** What can be noted for having rested, without any practice. */
export const restSlug = "rest";

/** Words for how something feels, before and after. */
export const feltWords: Record<FeltSense, string> = {
  heavy: "heavy",
  tense: "tense",
  restless: "restless",
  numb: "numb",
  tired: "tired",
  even: "even",
  softer: "softer",
  lighter: "lighter",
  open: "open",
  clear: "clear",
};

/** The words in the order in which they are offered before and after; the first three stand alone where choices are few. */
export const feltBefore: FeltSense[] = [
  "tense",
  "heavy",
  "tired",
  "restless",
  "numb",
  "even",
  "softer",
  "lighter",
  "open",
  "clear",
];
export const feltAfter: FeltSense[] = [
  "softer",
  "lighter",
  "even",
  "open",
  "clear",
  "tired",
  "heavy",
  "tense",
  "restless",
  "numb",
];

/** What helps in each state of the nervous system, as a page says it. */
export const stateOffers: Record<NervousState, { word: string; title: string; intro: string }> = {
  settled: {
    word: "Settled",
    title: "When you are settled",
    intro: "A good time for what asks a little more of you, or for doing nothing at all.",
  },
  activated: {
    word: "Stirred up",
    title: "When you are stirred up",
    intro: "Things that give the body somewhere to put it. Pick the one that pulls you most, and keep it short.",
  },
  shutDown: {
    word: "Shut down",
    title: "When you are shut down",
    intro: "Small, warm, close to the body. The smallest version is enough, and stopping is always open.",
  },
};

/** Loose rhythms, to begin from. */
export const rhythms = [
  "most mornings",
  "when I come home",
  "before sleep",
  "when it gets loud",
  "on walks",
  "once a week",
  "in the days after a session",
  "whenever it calls me",
];

type Noted = { before: FeltSense | null; after: FeltSense | null; minutes?: number | null };

/** What was noted, in one line: "from tense to softer, 5 minutes". Empty when only the time was. */
export function notedWords({ before, after, minutes }: Noted): string {
  const felt =
    before && after
      ? before === after
        ? `${feltWords[before]}, before and after`
        : `from ${feltWords[before]} to ${feltWords[after]}`
      : before
        ? `${feltWords[before]} before`
        : after
          ? `${feltWords[after]} after`
          : "";
  return [felt, minutes && `${minutes} ${minutes === 1 ? "minute" : "minutes"}`].filter(Boolean).join(", ");
}

const easing: FeltSense[] = ["even", "softer", "lighter", "open", "clear"];

/** A kind sentence to what was noted. It praises nothing and counts nothing. */
export function kindWords({ slug, after }: { slug: string; after: FeltSense | null }): string {
  if (slug === restSlug) return "Rest is a practice too. Things settle in it by themselves.";
  if (!after) return "You gave it a moment. That is enough.";
  if (easing.includes(after)) return "Good to know. You can come back to it whenever you like.";
  return "Not everything eases at once. Noticing how it is, and stopping there, is a whole practice.";
}

/**
 * Those that somebody looks for: with every word they typed, or where none has, with any of them. Titles come first.
 * Accents and capitals make no difference.
 */
export function lookFor<P extends Practice>(practices: P[], search: string): P[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const texts = practices.map((practice) => ({ practice, text: textOf(practice) }));
  const every = texts.filter(({ text }) => words.every((word) => text.includes(word)));
  const found = every.length > 0 ? every : texts.filter(({ text }) => words.some((word) => text.includes(word)));
  const inTitle = ({ title }: P) => words.some((word) => plain(title).includes(word));
  const all = found.map(({ practice }) => practice);
  return [...all.filter(inTitle), ...all.filter((practice) => !inTitle(practice))];
}

const textOf = ({ family, title, why, steps, short, longer, gentle }: Practice) =>
  plain([families[family].name, title, why, ...steps, short, longer, gentle].join(" "));

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
