import { isAhead } from "@/lib/sessions/rules";
import {
  dayName,
  daysSinceDose,
  doseToday,
  isClose,
  isInFirstDays,
  lastDose,
  type Moment,
  nextSession,
  type TodaySession,
} from "../rules";

export type Suggestion = {
  kind: "intention" | "rest" | "practice" | "lookBack" | "read" | "goal" | "welcome" | "afterCare";
  title: string;
  text: string;
  why: string;
  sessionId?: string;
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
    later(moment) ??
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
  const [title, text] = practices[(since - 1 + other) % practices.length] ?? practices[0];
  return {
    kind: "practice",
    title,
    text,
    why: "The first days after a session, roughly one to four, seem to be an especially good time to practise something new. How long this lasts in people is not known.",
  };
}

const practices: [[string, string], ...[string, string][]] = [
  [
    "Five minutes outside, without your phone",
    "Notice three things that move: a branch, a cloud, your own breath. That is all.",
  ],
  [
    "Let your breath out slowly, ten times",
    "In through the nose, out as if through a straw. Stop whenever you have had enough.",
  ],
  [
    "Write down one line that stayed with you",
    "An image, a word, a feeling. It need not make sense and nobody has to read it.",
  ],
  [
    "Tell someone who listens without fixing",
    "One thing from these days is enough. You choose how much, and you can stop in the middle of a sentence.",
  ],
  [
    "Move the way your body asks for",
    "Stretch, sway, shake your hands, walk to the corner. Small is enough, and lying down counts too.",
  ],
  [
    "One small thing in the direction of your intention",
    "Something that takes five minutes and that nobody else would notice. Do it kindly, or leave it for another day.",
  ],
  ["Draw with your other hand", "A colour, a line, a shape. It need not be beautiful and it need not mean anything."],
  ["An early night", "Put the screens away a little sooner, have a glass of water nearby, and let the day be over."],
];

function later(moment: Moment): Suggestion | null {
  const since = daysSinceDose(moment);
  const last = lastDose(moment);
  const next = nextSession(moment);
  if (since !== null && last) return since > afterCareFrom && !next ? afterCare(last) : lookBack(last);
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
