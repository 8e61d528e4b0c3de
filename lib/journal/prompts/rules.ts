import type { EntryKind } from "@/prisma/generated/enums";

type Prompt = { words: string; short: string };

const reflection = {
  surprised: { words: "What came up that surprised you?", short: "What surprised you?" },
  emotions: { words: "How do you feel different emotionally, if you do?", short: "How do you feel?" },
  body: { words: "What does your body notice that it did not notice before?", short: "What does your body notice?" },
  spirit: {
    words: "Is anything different in what you believe, hold dear or belong to?",
    short: "What do you hold dear?",
  },
  patterns: {
    words: "Which patterns or memories came up, and what might they show you?",
    short: "What came up again?",
  },
  action: { words: "What is one small thing you could do today?", short: "One small thing today?" },
  learned: { words: "What did you learn about yourself?", short: "What did you learn?" },
  standsOut: { words: "What stands out most, when you look back?", short: "What stands out?" },
} satisfies Record<string, Prompt>;

const ancestral = {
  carried: {
    words: "What in you may be older than you: carried by those who came before?",
    short: "What is older than you?",
  },
  given: { words: "What were you given by your family or your people that you want to keep?", short: "What to keep?" },
  endsHere: { words: "Which pattern of your family could rest with you?", short: "What could rest with you?" },
  tellThem: { words: "What would you like to say to somebody who came before you?", short: "A word to them?" },
} satisfies Record<string, Prompt>;

const others = {
  dreamImage: { words: "What do you still see from the dream, and how did it feel?", short: "What do you still see?" },
  goodToday: { words: "What was good today, however small?", short: "What was good?" },
  somebody: { words: "Whom are you glad of, and for what?", short: "Whom are you glad of?" },
  laterSelf: { words: "What should your later self not forget?", short: "What to remember?" },
  laterWish: { words: "What do you wish for the one who will read this?", short: "A wish for later?" },
} satisfies Record<string, Prompt>;

const all: Record<string, Prompt> = { ...reflection, ...ancestral, ...others };

type Fit = { shortPrompts: boolean; ancestralPrompts: boolean };

/** The prompts of one kind of page, in their order, as they fit this patient. Kinds without any begin with an empty page. */
export function promptsOf(kind: EntryKind, { ancestralPrompts }: Pick<Fit, "ancestralPrompts">): string[] {
  if (kind === "reflection") return [...Object.keys(reflection), ...(ancestralPrompts ? Object.keys(ancestral) : [])];
  if (kind === "dream") return ["dreamImage"];
  if (kind === "gratitude") return ["goodToday", "somebody"];
  if (kind === "letter") return ["laterSelf", "laterWish"];
  return [];
}

/** The words of a prompt, empty when there is none of that key. */
export const promptWords = (
  key: string,
  { shortPrompts }: Pick<Fit, "shortPrompts"> = { shortPrompts: false },
): string => (shortPrompts ? all[key]?.short : all[key]?.words) ?? "";

export const isPrompt = (key: unknown): key is string => typeof key === "string" && Object.hasOwn(all, key);

/** The prompt after this one, round and round; null where there is no other. */
export function nextPrompt(prompts: string[], key: string): string | null {
  const next = prompts[(prompts.indexOf(key) + 1) % prompts.length];
  return next && next !== key ? next : null;
}

/** The prompt that a day begins with: another each day. `day` as `2026-11-21`. Empty where the kind has none. */
export function promptOfDay(prompts: string[], day: string): string {
  const number = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  return prompts[number % prompts.length] ?? "";
}
