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
