import type { BodySide, NervousState } from "@/prisma/generated/enums";

/** The three states as one meets them, in a sentence each. */
export const stateSentences: Record<NervousState, { word: string; sentence: string }> = {
  settled: { word: "Settled", sentence: "Breath comes easily, and there is room for what is here." },
  activated: { word: "Stirred up", sentence: "Heart or thoughts are fast, and it is hard to be still." },
  shutDown: { word: "Shut down", sentence: "Far away, heavy or numb, as if behind glass." },
};

/** Words that are offered for a sensation. */
export const sensationWords = [
  "tight",
  "warm",
  "hollow",
  "buzzing",
  "heavy",
  "light",
  "numb",
  "open",
  "aching",
  "cold",
  "soft",
  "trembling",
] as const;

/** The places of either side, as they lie on the picture from the front. */
const slots = [
  "head",
  "neck",
  "chest",
  "belly",
  "hips",
  "shoulderRight",
  "shoulderLeft",
  "armRight",
  "armLeft",
  "handRight",
  "handLeft",
  "thighRight",
  "thighLeft",
  "calfRight",
  "calfLeft",
  "footRight",
  "footLeft",
] as const;
type Slot = (typeof slots)[number];

export const sides: Record<BodySide, string> = { front: "Front", back: "Back" };

const middle: Record<BodySide, Partial<Record<Slot, string>>> = {
  front: { head: "head", neck: "throat", chest: "chest", belly: "belly", hips: "pelvis" },
  back: { head: "back of the head", neck: "neck", chest: "upper back", belly: "lower back", hips: "seat" },
};
const limbs: Record<BodySide, Record<string, string>> = {
  front: { shoulder: "shoulder", arm: "arm", hand: "palm", thigh: "thigh", calf: "shin", foot: "foot" },
  back: {
    shoulder: "shoulder blade",
    arm: "arm, behind",
    hand: "hand, its back",
    thigh: "thigh, behind",
    calf: "calf",
    foot: "heel",
  },
};

/** What is felt everywhere, or nowhere in particular. */
export const allOver = "allOver";

/** What a place is called, without a capital: "chest", "left shoulder blade", "all over". Null where there is no such place. */
export function placeName(side: BodySide, place: string): string | null {
  if (place === allOver) return "all over";
  const slot = slots.find((one) => one === place);
  if (!slot) return null;
  const [, limb = "", hand] = slot.match(/^(\w+?)(Left|Right)$/) ?? [];
  return hand ? `${hand.toLowerCase()} ${limbs[side][limb]}` : (middle[side][slot] ?? null);
}

export type Place = { side: BodySide; place: string };

/** A place as a form sends it: `front:chest`. */
export const placeKey = ({ side, place }: Place): string => `${side}:${place}`;

/** Null where there is no such place. */
export function placeOf(key: string): Place | null {
  const [side, place = ""] = key.split(":");
  return (side === "front" || side === "back") && placeName(side, place) ? { side, place } : null;
}

/** All places of one side, from head to foot. */
export const placesOf = (side: BodySide): { key: string; slot: string; name: string }[] =>
  slots.map((place) => ({
    key: placeKey({ side, place }),
    slot: slotOf(side, place),
    name: placeName(side, place) ?? place,
  }));

/** The slot of the picture in which a place lies. From behind, left lies on the left. */
export const slotOf = (side: BodySide, place: string): string =>
  side === "front" ? place : place.replace(/Left|Right/, (hand) => (hand === "Left" ? "Right" : "Left"));

/** With a capital, as the beginning of a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type Offered = { slug: string; helps?: NervousState[]; hidden: boolean; favourite: boolean };

/** A practice for a state: one from the plan before a favourite before any other. `turn` chooses among equals. */
export function fittingPractice<P extends Offered>(
  practices: P[],
  state: NervousState,
  { planned, turn }: { planned: string[]; turn: number },
): P | null {
  const fitting = practices.filter(({ helps, hidden }) => !hidden && helps?.includes(state));
  const best = [
    fitting.filter(({ slug }) => planned.includes(slug)),
    fitting.filter(({ favourite }) => favourite),
    fitting,
  ];
  const choice = best.find((some) => some.length > 0) ?? [];
  return choice[turn % choice.length] ?? null;
}

/** How long a state counts as now. */
export const stateLasts = 3 * 60 * 60 * 1000;
