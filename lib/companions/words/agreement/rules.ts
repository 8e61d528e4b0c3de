export type AgreementKey = "touch" | "light" | "sound" | "phones" | "writing" | "calls" | "ride";

type Option = { value: string; label: string; words: string };

export type AgreementPart = {
  key: AgreementKey;
  title: string;
  question: string;
  hint: string;
  /** One of these may be chosen. `words` is how the choice reads afterwards. */
  options?: Option[];
  /** The label of the free text. */
  free: string;
  /** What stands there while nothing is answered. */
  open: string;
};

/** What was chosen and written for each part; both may be left out. */
export type AgreementAnswers = Partial<Record<AgreementKey, { choice?: string; free?: string }>>;

export type AgreementLine = { key: AgreementKey | "nothing"; title: string; text: string; isOpen: boolean };

export const agreementIntro = [
  "You make this together before the session. Either of you can write, and anything can stay open.",
  "It stands once both of you have said yes to the same words. It can change until the session begins.",
  "The care team can read it.",
];

export const agreementParts: AgreementPart[] = [
  {
    key: "touch",
    title: "Touch",
    question: "Is touch welcome?",
    hint: "A no in the room always counts, and nothing is added there to a yes given here. The staff may need to touch for safety.",
    options: [
      { value: "yes", label: "Yes", words: "Touch is welcome." },
      { value: "asked", label: "Only when it is asked for", words: "Touch only when it is asked for." },
      { value: "no", label: "No", words: "No touch." },
    ],
    free: "Where? Hand, shoulder, feet, forehead …",
    open: "Not talked about yet. Until then, no touch.",
  },
  {
    key: "light",
    title: "Light",
    question: "How much light feels good?",
    hint: "An eye mask can come off at any time.",
    options: [
      { value: "dark", label: "Dark, with an eye mask", words: "Dark, with an eye mask." },
      { value: "soft", label: "Soft light", words: "Soft light." },
      { value: "room", label: "As the room is", words: "As the room is." },
    ],
    free: "Anything else? Curtains, a lamp, a blanket over the eyes …",
    open: "Not talked about yet. Soft light is a good start.",
  },
  {
    key: "sound",
    title: "Sound",
    question: "What is good to hear?",
    hint: "The companion speaks little either way. Being there is enough.",
    options: [
      { value: "music", label: "Music", words: "Music." },
      { value: "silence", label: "Silence", words: "Silence." },
      { value: "talking", label: "Talking is fine", words: "Talking is fine." },
    ],
    free: "Anything else? Which music, how loud, words that help …",
    open: "Not talked about yet. Quiet is a good start.",
  },
  {
    key: "phones",
    title: "Phones",
    question: "What about phones?",
    hint: "No photos and no recordings, whatever you choose.",
    options: [
      {
        value: "silent",
        label: "Silent, and used for this page alone",
        words: "Silent, and used for this page alone.",
      },
      { value: "off", label: "Off, with notes on paper", words: "Off, with notes on paper." },
    ],
    free: "Is there a call that may come through? A child, a sitter …",
    open: "Not talked about yet. Silent is a good start.",
  },
  {
    key: "writing",
    title: "What is written down",
    question: "What does the companion write down?",
    hint: "It is for the person who said it. They read it first, and decide who else may.",
    options: [
      { value: "everything", label: "Everything that is said", words: "Everything that is said is written down." },
      { value: "asked", label: "Only what is asked for", words: "Only what is asked for is written down." },
      { value: "nothing", label: "Nothing", words: "Nothing is written down." },
    ],
    free: "Is there something to leave out? A name, a story …",
    open: "Not talked about yet. It is good to ask before the session begins.",
  },
  {
    key: "calls",
    title: "Whom to call",
    question: "Whom can the companion call?",
    hint: "Somebody you both trust, if plans change or more company is needed. In danger, call the staff or 911 first.",
    free: "Name, number, and what for",
    open: "Not talked about yet. The staff are there in any case.",
  },
  {
    key: "ride",
    title: "The way home",
    question: "How do you get home?",
    hint: "No driving after a session until a night's sleep is over. The staff say when you may leave.",
    options: [
      { value: "companion", label: "The companion drives", words: "The companion drives." },
      { value: "other", label: "Somebody else drives", words: "Somebody else drives." },
      { value: "taxi", label: "A taxi, with the companion", words: "A taxi, with the companion." },
    ],
    free: "Who drives, where to, and who stays afterwards?",
    open: "Not talked about yet. The staff ask before the session begins.",
  },
];

/** An agreement to read: a line for each part, also for what is still open; one line alone while nothing is answered. */
export function agreementWords(answers: AgreementAnswers): AgreementLine[] {
  const lines = agreementParts.map((part) => lineFor(part, answers[part.key]));
  return lines.every(({ isOpen }) => isOpen) ? [nothingYet] : lines;
}

const nothingYet: AgreementLine = {
  key: "nothing",
  title: "Nothing is agreed yet",
  text: "That is all right. Until it is, no touch, soft light and quiet are a good start.",
  isOpen: true,
};

function lineFor({ key, title, options, open }: AgreementPart, answer: AgreementAnswers[AgreementKey]): AgreementLine {
  const chosen = options?.find(({ value }) => value === answer?.choice)?.words;
  const written = answer?.free?.trim();
  const said = [chosen, written && `“${written}”`].filter(Boolean).join(" ");
  return { key, title, text: said || open, isOpen: said === "" };
}
