import type { Practice } from "@/lib/practices/rules";
import { isAhead } from "@/lib/sessions/rules";
import {
  dayName,
  daysSinceDose,
  doseToday,
  type Idea,
  isClose,
  isInFirstDays,
  lastDose,
  type Moment,
  nextSession,
  type TodaySession,
} from "../rules";

export type Suggestion = {
  kind: "intention" | "rest" | "practice" | "write" | "lookBack" | "read" | "goal" | "welcome" | "afterCare";
  title: string;
  text: string;
  why: string;
  sessionId?: string;
  /** The practice that it leads to. */
  slug?: string;
};

/** Days after the last dose from which nothing more seems to be planned. */
const afterCareFrom = 30;

/** One gentle thing for today, with the reason for it. `other` is how often something else was asked for. */
export function suggest(moment: Moment, other = 0): Suggestion {
  const next = nextSession(moment);
  return (
    onDoseDay(moment) ??
    (next && isClose(moment, next) ? invitation(moment, next) : null) ??
    inFirstDays(moment, other) ??
    (next ? invitation(moment, next) : null) ??
    later(moment, other) ??
    arriving(moment)
  );
}

function onDoseDay(moment: Moment): Suggestion | null {
  const dose = doseToday(moment);
  if (!dose || (isAhead(dose) && !dose.intention)) return null;
  const why = "Today is the day of a dosing session. Rest comes first, and everything else can wait.";
  if (isAhead(dose)) {
    const text = "Your words are here. Go gently until it begins.";
    return { kind: "rest", title: "There is nothing left to prepare", text, why };
  }
  const text = "There is nothing to do and nothing to understand. Let someone else look after the rest of the day.";
  return { kind: "rest", title: "Rest is the practice today", text, why };
}

function invitation(moment: Moment, { id, state, intention, startsAt }: TodaySession): Suggestion | null {
  if (intention || state === "inProgress") return null;
  const day = dayName(moment, startsAt);
  const when = day === "today" || day === "tomorrow" ? day : `on ${day}`;
  return {
    kind: "intention",
    title: "What would you like to turn towards?",
    text: `One sentence for your session ${when}, held lightly. You can reword it until the session begins.`,
    why: "A few words beforehand can give a session its direction. They are yours to set, to change, or to leave.",
    sessionId: id,
  };
}

function inFirstDays(moment: Moment, other: number): Suggestion | null {
  const since = daysSinceDose(moment);
  if (since === null || !isInFirstDays(moment)) return null;
  const window =
    "The first days after a session, roughly one to four, seem to be an especially good time to practise something new. How long this lasts in people is not known.";
  const turns = [...moment.ideas.map((idea) => practise(idea, window)), oneLine(window)];
  return turns[(since - 1 + other) % turns.length] ?? null;
}

const practise = ({ slug, title, text, from }: Idea, why: string): Suggestion => ({
  kind: "practice",
  title,
  text,
  why: [reasons[from], why].filter(Boolean).join(" "),
  slug,
});

const reasons: Record<Idea["from"], string> = {
  plan: "It is in your plan.",
  favourite: "It is among those you keep near.",
  garden: "",
};

const oneLine = (why: string): Suggestion => ({
  kind: "write",
  title: "Write down one line that stayed with you",
  text: "An image, a word, a feeling. It need not make sense and nobody has to read it.",
  why,
});

/** The points at which looking again is worth it: days after the dose, on the day itself and the one after (CLINICAL: 1 week to 3 months). */
const points: [day: number, title: string][] = [
  [7, "A week since your session"],
  [14, "Two weeks since your session"],
  [30, "A month since your session"],
  [90, "Three months since your session"],
];

function atPoint(since: number): Suggestion | null {
  const point = points.find(([day]) => since === day || since === day + 1);
  return (
    (point && {
      kind: "write",
      title: point[1],
      text: "What is a little different, if anything? A few lines, or one word. It can also wait.",
      why: "Some change shows only when one looks from further away. These points after a session are good ones to look from.",
    }) ??
    null
  );
}

function later(moment: Moment, other: number): Suggestion | null {
  const since = daysSinceDose(moment);
  const last = lastDose(moment);
  const next = nextSession(moment);
  if (since !== null && last) {
    const between = "Some days have passed since your session, and small things done often go a long way.";
    const first = atPoint(since) ?? (since > afterCareFrom && !next ? afterCare(last) : lookBack(last));
    const turns = [first, ...moment.ideas.map((idea) => practise(idea, between))];
    return turns[other % turns.length] ?? first;
  }
  if (!next) return null;
  return moment.hasGoal ? readAgain(next) : goal("Your next session has its words. A goal is for the whole course.");
}

const arriving = ({ hasGoal }: Moment): Suggestion =>
  hasGoal
    ? {
        kind: "welcome",
        title: "One slow breath is enough for today",
        text: "When your clinic plans a session, it is shown here.",
        why: "No session is planned at the moment.",
      }
    : goal("No session is planned at the moment. What you hope for can come first.");

const goal = (why: string): Suggestion => ({
  kind: "goal",
  title: "What would you like to be different?",
  text: "Think of what troubles you most now, and of what could take its place. You can write it down, or only think about it.",
  why,
});

const readAgain = ({ id }: TodaySession): Suggestion => ({
  kind: "read",
  title: "Read your words once, slowly",
  text: "Say them aloud, if you like. That is enough for today.",
  why: "Your next session is planned, and its words are here.",
  sessionId: id,
});

const lookBack = ({ id }: TodaySession): Suggestion => ({
  kind: "lookBack",
  title: "Look back at what you hoped for",
  text: "Read the words you took with you. Is anything a little different since? Even a small thing counts.",
  why: "Some days have passed since your session. Looking back can show what has begun to change.",
  sessionId: id,
});

const afterCare = ({ id }: TodaySession): Suggestion => ({
  kind: "afterCare",
  title: "Keep what does you good",
  text: "Choose one small thing that has helped, and give it five minutes today.",
  why: "Integration is a way of living and does not end with the last session. Find what resonates, and be kind to yourself.",
  sessionId: id,
});

type Offered = Pick<Practice, "slug" | "family" | "title" | "short" | "gentle"> & {
  favourite: boolean;
  hidden: boolean;
};

/** How many practices take turns before the first comes round again. */
const most = 8;

/** The practices that take turns on Today: those of the plan, then those kept near, then one of each family. */
export function ideasFrom(practices: Offered[], planned: string[], gentleFirst: boolean): Idea[] {
  const shown = practices.filter(({ hidden }) => !hidden);
  const families = new Set<string>();
  const ones = shown.filter(({ family }) => !families.has(family) && families.add(family));
  const idea = (from: Idea["from"]) => (practice: Offered) => ({
    slug: practice.slug,
    title: practice.title,
    text: gentleFirst ? practice.gentle : practice.short,
    from,
  });
  const all = [
    ...shown.filter(({ slug }) => planned.includes(slug)).map(idea("plan")),
    ...shown.filter(({ favourite }) => favourite).map(idea("favourite")),
    ...ones.map(idea("garden")),
  ];
  return all.filter(({ slug }, index) => all.findIndex((one) => one.slug === slug) === index).slice(0, most);
}
