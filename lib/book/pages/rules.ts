import { capital } from "@/lib/body/rules";
import { dayOf, formatDate } from "@/lib/core/clock";
import { entryTitle } from "@/lib/journal/rules";
import { lengthWords } from "@/lib/making/rules";
import { families } from "@/lib/practices/rules";
import { sessionTitle } from "@/lib/sessions/rules";
import type { BookMedia, BookSession, Contents } from "../contents/queries";
import {
  answersTo,
  type Block,
  dayPages,
  entryPages,
  lines,
  mediaPages,
  memoryPages,
  nearOf,
  sessionPages,
  type Told,
  thingPages,
} from "./told/rules";

export type { Block };

/** The pages of a book: what one hoped for, then one chapter for each dose with everything until the next, then what recurs and what one practises. */
export function pagesOf(gathered: Contents): Block[] {
  const contents = { ...gathered, near: nearOf(gathered) };
  return [
    ...goalPages(contents),
    ...parts(contents).flatMap((part) => partPages(part, contents)),
    ...lettersAhead(contents),
    ...threadPages(contents),
    ...practicePages(contents),
    ...besides(contents),
    ...otherAnswers(contents),
  ];
}

/** The first and the last day that a book tells of. Null when it tells of none. */
export function spanOf({ entries, media, sessions, zone, boundAt }: Contents): { from: string; to: string } | null {
  const times = [...entries, ...media].map(({ at }) => at.getTime());
  const held = sessions.filter(({ startsAt }) => startsAt <= boundAt).map(({ startsAt }) => startsAt.getTime());
  const all = [...times, ...held];
  if (all.length === 0) return null;
  return { from: formatDate(new Date(Math.min(...all)), zone), to: formatDate(new Date(Math.max(...all)), zone) };
}

type Part = { title: string; from: Date | null; until: Date | null; dose: BookSession | null };

function parts({ sessions, zone }: Contents): Part[] {
  const doses = sessions.filter(
    ({ kind, state }) => kind === "dosing" && (state === "completed" || state === "inProgress"),
  );
  const courses = [...new Set(sessions.map(({ courseId }) => courseId))];
  const named = ({ courseId, number, kind }: BookSession) =>
    courses.length > 1
      ? `Course ${courses.indexOf(courseId) + 1}, ${sessionTitle({ kind, number }).toLowerCase()}`
      : sessionTitle({ kind, number });
  const first = doses[0];
  return [
    { title: first ? "Before the first dose" : "Pages", from: null, until: first?.startsAt ?? null, dose: null },
    ...doses.map((dose, index) => ({
      title: `${named(dose)} · ${formatDate(dose.startsAt, zone)}`,
      from: dose.startsAt,
      until: doses[index + 1]?.startsAt ?? null,
      dose,
    })),
  ];
}

function partPages({ title, from, until, dose }: Part, contents: Told): Block[] {
  const within = (at: Date) => (!from || at >= from) && (!until || at < until);
  const sessions = contents.sessions.filter((session) => session !== dose && within(session.startsAt));
  const told: { at: Date; blocks: Block[] }[] = [
    ...sessions.map((session) => ({ at: session.startsAt, blocks: sessionPages(session, contents, true) })),
    ...contents.entries
      .filter(({ at }) => within(at))
      .map((entry) => ({ at: entry.at, blocks: entryPages(entry, contents) })),
    ...contents.media
      .filter(({ at, entryId }) => !entryId && within(at))
      .map((media) => ({ at: media.at, blocks: mediaPages(media, contents) })),
    ...contents.things.flatMap((thing) =>
      thing.at && within(thing.at) ? [{ at: thing.at, blocks: thingPages(thing, contents) }] : [],
    ),
  ];
  const body = [
    ...(dose ? sessionPages(dose, contents, false) : []),
    ...told.sort((a, b) => a.at.getTime() - b.at.getTime()).flatMap(({ blocks }) => blocks),
    ...dayPages(contents, within),
  ];
  return body.length > 0 ? [{ kind: "chapter", title, under: "" }, ...body] : [];
}

/** What has no time of its own, and what is remembered beside lines that are not in sight. */
function besides(contents: Told): Block[] {
  const { zone, companionNotes, memories, drawer } = contents;
  const inSight = new Set(companionNotes.flatMap(({ lines: said }) => said.map(({ id }) => id)));
  const body = [
    ...memories
      .filter(({ lineId }) => !inSight.has(lineId))
      .flatMap(({ text, at }) => memoryPages(`What I remember, ${formatDate(at, zone)}`, text)),
    ...drawer
      .filter(({ waits }) => waits)
      .map(
        ({ companionName }): Block => ({
          kind: "text",
          text: `Words from ${companionName} wait in the drawer until you open it.`,
        }),
      ),
    ...contents.things.filter(({ at }) => !at).flatMap((thing) => thingPages(thing, contents)),
  ];
  return body.length > 0 ? [{ kind: "chapter", title: "Besides", under: "" }, ...body] : [];
}

/** What was answered to something that has no page of its own here, such as a sensation. */
function otherAnswers(contents: Told): Block[] {
  const { answers, entries, media, checkIns, goals, intentions, zone } = contents;
  const own = [...entries, ...media, ...checkIns, ...goals, ...intentions, ...contents.things];
  const shown = new Set(own.map(({ id }) => id));
  const others = answers.filter(({ subjectId }) => !shown.has(subjectId));
  if (others.length === 0) return [];
  return [
    { kind: "chapter", title: "Other answers", under: "" },
    ...others.map(({ text, by, at }): Block => ({ kind: "quote", text, by: `${by}, ${formatDate(at, zone)}` })),
  ];
}

function goalPages(contents: Told): Block[] {
  const { goals, zone } = contents;
  if (goals.length === 0) return [];
  const under = { open: "", done: " (done)", letGo: " (let go)" };
  return [
    { kind: "chapter", title: "What I hope for", under: "" },
    ...goals.flatMap((goal): Block[] => [
      {
        kind: "heading",
        level: 2,
        text: goal.to,
        under: `${formatDate(goal.createdAt, zone)}${goal.letGoAt ? " · let go" : ""}`,
      },
      { kind: "text", text: "From" },
      { kind: "words", text: goal.from },
      ...(goal.success
        ? [
            { kind: "text" as const, text: "How I will notice" },
            { kind: "words" as const, text: goal.success },
          ]
        : []),
      ...lines(
        "Small steps",
        goal.actions.map(({ text, state }) => `${text}${under[state]}`),
      ),
      ...answersTo(goal.id, contents),
    ]),
  ];
}

const lettersAhead = ({ waitingLetters, zone }: Contents): Block[] =>
  waitingLetters.length === 0
    ? []
    : [
        { kind: "chapter", title: "Letters ahead", under: "" },
        ...lines(
          "",
          waitingLetters.map(({ sealedUntil }) => `A letter waits until ${formatDate(sealedUntil, zone)}.`),
        ),
      ];

function threadPages({ threads, entries, zone }: Contents): Block[] {
  if (threads.length === 0) return [];
  const titles = new Map(
    entries.map((entry) => [entry.id, `${formatDate(entry.at, zone)}: ${entryTitle(entry, zone)}`]),
  );
  return [
    { kind: "chapter", title: "Threads", under: "What returns, and where" },
    ...threads.flatMap(({ kind, name, entries: places }): Block[] => [
      { kind: "heading", level: 3, text: name, under: capital(kind) },
      ...lines(
        "",
        places.flatMap((id) => titles.get(id) ?? []),
      ),
    ]),
  ];
}

function practicePages({ plan, ownPractices, practiceChoices, zone }: Contents): Block[] {
  if (plan.length + ownPractices.length + practiceChoices.length === 0) return [];
  const chosen = (by: "favouriteAt" | "hiddenAt") =>
    practiceChoices.filter((choice) => choice[by]).map(({ practice }) => practice);
  const planned = plan.map(
    ({ title, rhythm, endedAt }) =>
      `${title}${rhythm ? `, ${rhythm}` : ""}${endedAt ? ` (until ${formatDate(endedAt, zone)})` : ""}`,
  );
  return [
    { kind: "chapter", title: "What resonates", under: "" },
    ...lines("My plan", planned),
    ...lines("Kept near", chosen("favouriteAt")),
    ...lines("Out of sight", chosen("hiddenAt")),
    ...ownPractices.flatMap(({ title, family, why, steps, short, longer, gentle, tooMuch }): Block[] => [
      { kind: "heading", level: 2, text: title, under: `A practice of my own · ${families[family].name}` },
      ...[why, short, longer, gentle, tooMuch].filter(Boolean).map((text) => ({ kind: "words" as const, text })),
      ...lines("Steps", steps),
    ]),
  ];
}

/** Neutral, dated names for files: `2026-11-21-1.md`, `2026-11-21-2.md`. By the id of what they hold. */
export function fileNames<Row extends { id: string; at: Date }>(
  rows: Row[],
  zone: string,
  ending: (row: Row) => string,
): Map<string, string> {
  const perDay = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const day = dayOf(row.at, zone);
      const number = (perDay.get(day) ?? 0) + 1;
      perDay.set(day, number);
      return [row.id, `${day}-${number}.${ending(row)}`];
    }),
  );
}

const most = 100 * 1024 * 1024;

/** The pictures and sounds that fit into one book: 100 MB together, the first ones first. */
export function fitting<Row extends { size: number }>(media: Row[]): Row[] {
  let size = 0;
  return media.filter((one) => {
    size += one.size;
    return size <= most;
  });
}

/** What stands beneath a picture or a sound. */
export const mediaWords = ({ kind, caption, alt, seconds }: BookMedia): string => {
  const sound = kind === "audio" && `A sound of ${lengthWords(seconds ?? 0)}, in the folder “media”`;
  return [caption, sound, !caption && alt].filter(Boolean).join(" · ");
};
