import type { EntryKind } from "@/prisma/generated/enums";

type Page = {
  days: number;
  time: string;
  kind: EntryKind;
  prompt?: string;
  colour?: string;
  title?: string;
  text: string;
  moods?: string[];
  /** Threads that show in it. */
  tags?: [kind: "image" | "emotion" | "sensation" | "belief" | "pattern", name: string][];
  /** Who reads it besides its writer. */
  shared?: "careTeam" | "companion";
  answer?: string;
};

const coat: NonNullable<Page["tags"]>[number] = ["image", "the coat"];
const stairs: NonNullable<Page["tags"]>[number] = ["image", "stairs"];
const chest: NonNullable<Page["tags"]>[number] = ["sensation", "tight chest"];

/** Noor's journal. Invented, like everybody in the demonstration. */
export const pages: Page[] = [
  {
    days: 34,
    time: "21:10",
    kind: "page",
    text: "I come home and everyone goes quiet. I hate that they do. I hear it on the stairs already, how the kitchen gets careful.",
    moods: ["heavy", "lonely"],
    tags: [stairs],
  },
  {
    days: 30,
    time: "19:40",
    kind: "fragment",
    colour: "dusk",
    text: "wet wool",
    tags: [coat],
  },
  {
    days: 29,
    time: "08:20",
    kind: "reflection",
    text: "There was a coat. It was raining in it, from the inside. I was not afraid of it. I was only tired of carrying it.\n\nI did not know that one can be tired for years without noticing.",
    moods: ["tired", "tender"],
    tags: [coat, chest],
    shared: "careTeam",
    answer: "Thank you for letting me read this. Shall we give the coat some room on Thursday?",
  },
  {
    days: 27,
    time: "22:05",
    kind: "gratitude",
    text: "Lina left the light on in the hall. She said she had forgotten it. She had not.",
    moods: ["moved"],
  },
  {
    days: 23,
    time: "07:15",
    kind: "dream",
    title: "The stairwell",
    text: "Our old house, but the stairs went on after the last floor. On each landing somebody had left shoes. I knew whose they were, and then I did not.",
    tags: [stairs],
  },
  {
    days: 18,
    time: "20:30",
    kind: "page",
    text: "Twice this week I noticed it before it rose. Across the shoulders first, then the chest. The second time I said so aloud, and nobody went quiet.",
    moods: ["hopeful"],
    tags: [chest],
  },
  {
    days: 12,
    time: "20:15",
    kind: "fragment",
    colour: "gold",
    text: "a door that opens to the inside",
    shared: "companion",
  },
  {
    days: 11,
    time: "09:00",
    kind: "reflection",
    text: "What surprised me: that my hands opened by themselves. First one and then the other. I have been holding a railing that is not there.",
    moods: ["curious", "open"],
    tags: [stairs, coat],
    shared: "careTeam",
  },
  {
    days: 7,
    time: "21:45",
    kind: "poem",
    text: "On the hook by the door\nhangs the weather of last year.\nI go in without it.\nNobody looks up.",
    tags: [coat],
  },
  {
    days: 2,
    time: "20:05",
    kind: "fragment",
    colour: "ember",
    text: "it is only a coat",
    tags: [coat],
  },
  {
    days: 1,
    time: "09:14",
    kind: "reflection",
    text: "That it was so light. I had carried the coat for so long that I thought it was me. When I hung it up there was a moment of panic, as if I had forgotten a child somewhere, and then nothing was missing at all.\n\nThis morning on the stairs I noticed my shoulders. They were simply there.",
    moods: ["light", "raw"],
    tags: [coat, stairs],
  },
];

export const letterToLater =
  "Dear later me, you hung it up. If it is back on your shoulders now, that is all right. You know where the hook is.";

/** Mood, anxiety, energy and hours of sleep, day by day from five weeks ago to yesterday. A gap is a day without a check-in. */
export const days: ([mood: number, anxiety: number, energy: number, sleep: number, word?: string] | null)[] = [
  [2, 4, 2, 5.5, "grey"],
  [1, 4, 2, 5],
  null,
  [2, 4, 2, 5.5],
  [2, 3, 3, 6, "slow"],
  [3, 3, 2, 7.5, "wrung out"],
  [3, 3, 3, 7, "soft"],
  null,
  [4, 2, 3, 7],
  [3, 3, 3, 6.5],
  [3, 3, 3, 6.5],
  null,
  null,
  [3, 3, 4, 7, "walking"],
  [2, 3, 3, 6],
  [3, 3, 3, 6.5],
  [3, 2, 3, 7],
  null,
  [3, 3, 3, 6.5],
  [4, 2, 4, 7],
  [3, 3, 3, 6],
  [3, 2, 3, 7],
  [3, 2, 2, 8, "emptied"],
  [4, 2, 3, 7.5, "light"],
  [4, 2, 4, 7],
  null,
  [4, 2, 4, 7],
  [3, 2, 3, 6.5],
  [4, 2, 4, 7, "river"],
  null,
  [4, 2, 3, 7],
  [3, 2, 3, 6.5],
  [4, 2, 2, 8, "quiet"],
  [4, 1, 3, 7.5, "room"],
];

/** Practices as Noor noted them: days ago, time, slug, minutes, felt before and after. */
export const practised = [
  [29, "17:00", "nature-forest-walk", 20, "heavy", "softer"],
  [28, "07:40", "body-breath-pacing", 5, "tense", "even"],
  [26, "18:10", "rest", undefined, undefined, undefined],
  [20, "17:30", "nature-by-water", 15, "restless", "even"],
  [14, "07:45", "body-breath-pacing", 5, "tense", "softer"],
  [11, "18:00", "nature-forest-walk", 25, "tired", "lighter"],
  [10, "12:30", "rest", undefined, undefined, undefined],
  [6, "07:40", "body-breath-pacing", 5, undefined, "even"],
  [1, "17:20", "nature-by-water", 10, "even", "open"],
] as const;

export const sensations = [
  [29, "front", "chest", "tight, like a buttoned collar"],
  [18, "back", "shoulderLeft", "a weight, and then warm"],
  [1, "back", "shoulderRight", "light"],
] as const;
