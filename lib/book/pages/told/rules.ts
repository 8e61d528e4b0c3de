import { capital, placeName, sides } from "@/lib/body/rules";
import { checkInLines, stateWords } from "@/lib/checkIns/rules";
import { formatDate, formatDay, formatTime } from "@/lib/core/clock";
import { entryTitle, kindWords } from "@/lib/journal/rules";
import { notedWords } from "@/lib/practices/rules";
import { sessionTitle } from "@/lib/sessions/rules";
import type { BookEntry, BookMedia, BookSession, Contents } from "../../contents/queries";

/** One piece of a book, in the order of reading. `words` are somebody's own, `lines` a list of small remarks. */
export type Block =
  | { kind: "chapter"; title: string; under: string }
  | { kind: "heading"; level: 2 | 3; text: string; under?: string }
  | { kind: "words"; text: string }
  | { kind: "text"; text: string }
  | { kind: "quote"; text: string; by: string }
  | { kind: "lines"; title: string; lines: string[] }
  | { kind: "media"; media: BookMedia };

/** Everything, with what stands near each entry at hand. */
export type Told = Contents & { near: ReturnType<typeof nearOf> };

/** What stands near an entry, by its id: its threads, steps, media and answers. */
export function nearOf({ threads, steps, media, answers }: Contents) {
  return {
    threads: groupBy(threads.flatMap(({ name, entries }) => entries.map((id) => [id, name] as const))),
    steps: groupBy(steps.map(({ entryId, text }) => [entryId, text] as const)),
    media: groupBy(media.map((one) => [one.entryId, one] as const)),
    answers: groupBy(answers.map((one) => [one.subjectId, one] as const)),
  };
}

function groupBy<V>(pairs: (readonly [string | null, V])[]): (id: string) => V[] {
  const all = new Map<string | null, V[]>();
  for (const [id, value] of pairs) all.get(id)?.push(value) ?? all.set(id, [value]);
  return (id) => all.get(id) ?? [];
}

/** A session's words: the intention with every wording, what companions handed over, the notes that are released. */
export function sessionPages(session: BookSession, zone: string, headed: boolean): Block[] {
  const last = session.intention.at(-1);
  const earlier = session.intention.slice(0, -1);
  const blocks: Block[] = [
    ...(last
      ? ([
          { kind: "heading", level: 3, text: "My intention" },
          { kind: "words", text: last.text },
        ] as Block[])
      : []),
    ...lines(
      "Earlier wordings",
      earlier.map(({ text, at }) => `${formatDate(at, zone)}: ${text}`),
    ),
    ...session.companions.flatMap(({ companionName, saw, seemed, lines: said }): Block[] => [
      { kind: "heading", level: 3, text: `What ${companionName} wrote down` },
      ...lines(
        "They said",
        said.map(({ at, text }) => `${formatTime(at, zone)}  ${text}`),
      ),
      ...(saw ? [{ kind: "quote" as const, text: saw, by: "What they saw" }] : []),
      ...(seemed ? [{ kind: "quote" as const, text: seemed, by: "How you seemed" }] : []),
    ]),
    ...session.unopened.map((name) => ({ kind: "text" as const, text: `${name}’s notes wait until you open them.` })),
    ...session.notes.flatMap((note) => notePages(note, zone)),
  ];
  if (!headed || blocks.length === 0) return blocks;
  return [
    { kind: "heading", level: 2, text: sessionTitle(session), under: formatDay(session.startsAt, zone) },
    ...blocks,
  ];
}

function notePages({ by, signedAt, sections, addenda }: BookSession["notes"][number], zone: string): Block[] {
  const on = signedAt ? `, ${formatDate(signedAt, zone)}` : "";
  return [
    { kind: "heading", level: 3, text: "The session note", under: `${by}${on}` },
    ...sections.map(({ label, text }): Block => ({ kind: "quote", text, by: label })),
    ...addenda.map(
      ({ text, by: who, at }): Block => ({ kind: "quote", text, by: `Added by ${who}, ${formatDate(at, zone)}` }),
    ),
  ];
}

export function entryPages(entry: BookEntry, contents: Told): Block[] {
  const { zone } = contents;
  const when = `${kindWords(entry.kind)} · ${formatDay(entry.at, zone)}, ${formatTime(entry.at, zone)}`;
  const names = contents.near.threads(entry.id);
  return [
    { kind: "heading", level: 2, text: entryTitle(entry, zone), under: entry.putAway ? `${when} · put away` : when },
    ...(entry.prompt ? [{ kind: "text" as const, text: entry.prompt }] : []),
    ...(entry.text ? [{ kind: "words" as const, text: entry.text }] : []),
    ...lines("", [
      ...(entry.moods.length > 0 ? [`Mood: ${entry.moods.join(", ")}`] : []),
      ...(names.length > 0 ? [`Threads: ${names.join(", ")}`] : []),
      ...contents.near.steps(entry.id).map((text) => `A small step from here: ${text}`),
    ]),
    ...contents.near.media(entry.id).map((media): Block => ({ kind: "media", media })),
    ...answersTo(entry.id, contents),
  ];
}

export function mediaPages(media: BookMedia, contents: Told): Block[] {
  const { zone } = contents;
  const names = { upload: media.kind === "image" ? "A picture" : "A sound", sketch: "A sketch", voice: "A voice" };
  const under = `${formatDay(media.at, zone)}${media.putAway ? " · put away" : ""}`;
  return [
    { kind: "heading", level: 3, text: names[media.source], under },
    { kind: "media", media },
    ...answersTo(media.id, contents),
  ];
}

const answersTo = (id: string, { near, zone }: Told): Block[] =>
  near.answers(id).map(({ text, by, at }) => ({ kind: "quote", text, by: `${by} answered, ${formatDate(at, zone)}` }));

/** Days, practice and body of a time, each as one list. */
export function dayPages(contents: Told, within: (at: Date) => boolean): Block[] {
  const { zone } = contents;
  const on = (at: Date) => formatDate(at, zone);
  const days = contents.checkIns.filter(({ at }) => within(at));
  const body = [
    ...contents.states
      .filter(({ at }) => within(at))
      .map(({ state, at }) => ({ at, text: capital(stateWords[state]) })),
    ...contents.sensations
      .filter(({ at }) => within(at))
      .map(({ side, place, text, at }) => ({
        at,
        text: `${capital(placeName(side, place) ?? `${sides[side]}, ${place}`)}: ${text}`,
      })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const practised = contents.practiceLog.filter(({ at }) => within(at));
  return [
    ...lines(
      "Days",
      days.map(
        (day) =>
          `${on(day.at)}: ${checkInLines(day)
            .map(({ label, value }) => `${label.toLowerCase()} ${value}`)
            .join(", ")}`,
      ),
    ),
    ...days.flatMap(({ id }) => answersTo(id, contents)),
    ...lines(
      "Practice",
      practised.map((log) => [`${on(log.at)}: ${log.practice}`, notedWords(log)].filter(Boolean).join(", ")),
    ),
    ...lines(
      "Body",
      body.map(({ at, text }) => `${on(at)}: ${text}`),
    ),
  ];
}

export const lines = (title: string, all: string[]): Block[] =>
  all.length > 0 ? [{ kind: "lines", title, lines: all }] : [];
