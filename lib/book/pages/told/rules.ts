import { capital, placeName, sides } from "@/lib/body/rules";
import { checkInLines, stateWords } from "@/lib/checkIns/rules";
import { formatDate, formatDay, formatTime } from "@/lib/core/clock";
import type { Part, Thing } from "@/lib/core/kind";
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

/** Everything, with what stands near each entry and session at hand. */
export type Told = Contents & { near: ReturnType<typeof nearOf> };

/** What stands near a thing, by its id: threads, steps, media and answers near an entry, a memory near a line, words near a session. */
export function nearOf(contents: Contents) {
  const { threads, steps, media, answers, memories } = contents;
  const ofSession = <Row extends { sessionId: string }>(rows: Row[]) =>
    groupBy(rows.map((row) => [row.sessionId, row] as const));
  return {
    threads: groupBy(threads.flatMap(({ name, entries }) => entries.map((id) => [id, name] as const))),
    steps: groupBy(steps.map(({ entryId, text }) => [entryId, text] as const)),
    media: groupBy(media.map((one) => [one.entryId, one] as const)),
    answers: groupBy(answers.map((one) => [one.subjectId, one] as const)),
    memories: groupBy(memories.map((one) => [one.lineId, one] as const)),
    intentions: ofSession(contents.intentions),
    agreements: ofSession(contents.agreements),
    companionNotes: ofSession(contents.companionNotes),
    unopenedNotes: ofSession(contents.unopenedNotes),
    quotes: ofSession(contents.quotes),
    notes: ofSession(contents.notes),
  };
}

function groupBy<V>(pairs: (readonly [string | null, V])[]): (id: string) => V[] {
  const all = new Map<string | null, V[]>();
  for (const [id, value] of pairs) all.get(id)?.push(value) ?? all.set(id, [value]);
  return (id) => all.get(id) ?? [];
}

/** A session's words: the intention with every wording, what was agreed, what companions handed over, what was said, the notes that are released. */
export function sessionPages(session: BookSession, contents: Told, headed: boolean): Block[] {
  const { near, zone } = contents;
  const blocks: Block[] = [
    ...near.intentions(session.id).flatMap((intention) => intentionPages(intention, contents)),
    ...near.agreements(session.id).flatMap(({ companionName, said }) =>
      lines(
        `What I agreed with ${companionName}`,
        said.map(({ title, text }) => `${title}: ${text}`),
      ),
    ),
    ...near.companionNotes(session.id).flatMap((note) => companionPages(note, contents)),
    ...near
      .unopenedNotes(session.id)
      .map(
        ({ companionName }): Block => ({ kind: "text", text: `${companionName}’s notes wait until you open them.` }),
      ),
    ...near.quotes(session.id).map(
      ({ text, by, at }): Block => ({
        kind: "quote",
        text,
        by: `What I said, as ${by} wrote it down, ${formatTime(at, zone)}`,
      }),
    ),
    ...near.notes(session.id).flatMap((note) => notePages(note, zone)),
  ];
  if (!headed || blocks.length === 0) return blocks;
  return [
    { kind: "heading", level: 2, text: sessionTitle(session), under: formatDay(session.startsAt, zone) },
    ...blocks,
  ];
}

function intentionPages({ id, wordings }: Contents["intentions"][number], contents: Told): Block[] {
  const last = wordings.at(-1);
  return [
    ...(last
      ? ([
          { kind: "heading", level: 3, text: "My intention" },
          { kind: "words", text: last.text },
        ] as Block[])
      : []),
    ...lines(
      "Earlier wordings",
      wordings.slice(0, -1).map(({ text, at }) => `${formatDate(at, contents.zone)}: ${text}`),
    ),
    ...answersTo(id, contents),
  ];
}

function companionPages(
  { companionName, saw, seemed, moved, lines: said }: Contents["companionNotes"][number],
  contents: Told,
): Block[] {
  const { near, zone } = contents;
  const quote = (text: string, by: string): Block[] => (text ? [{ kind: "quote", text, by }] : []);
  return [
    { kind: "heading", level: 3, text: `What ${companionName} wrote down` },
    ...lines(
      "They said",
      said.map(({ at, text }) => `${formatTime(at, zone)}  ${text}`),
    ),
    ...said.flatMap(({ id, at }) =>
      near.memories(id).flatMap(({ text }) => memoryPages(`What I remember of ${formatTime(at, zone)}`, text)),
    ),
    ...quote(saw, "What they saw"),
    ...quote(seemed, "How you seemed"),
    ...quote(moved, "What moved them"),
  ];
}

/** What is remembered beside a line. */
export const memoryPages = (title: string, text: string): Block[] => [
  { kind: "text", text: title },
  { kind: "words", text },
];

/** A thing of a kind that has no place of its own in a book. */
export function thingPages({ id, title, what, at, parts }: Thing, contents: Told): Block[] {
  const under = [what, at && formatDay(at, contents.zone)].filter(Boolean).join(" · ");
  return [{ kind: "heading", level: 2, text: title, under }, ...parts.flatMap(partPages), ...answersTo(id, contents)];
}

function partPages(part: Part): Block[] {
  switch (part.part) {
    case "words":
      return [{ kind: "words", text: part.text }];
    case "line":
      return [{ kind: "text", text: part.text }];
    case "facts":
      return lines(
        "",
        part.items.map(({ label, value }) => `${label}: ${value}`),
      );
    case "list":
      return lines(
        "",
        part.items.map(({ text, under }) => [text, under].filter(Boolean).join(", ")),
      );
    default:
      return [];
  }
}

function notePages({ by, signedAt, sections, addenda }: Contents["notes"][number], zone: string): Block[] {
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

export const answersTo = (id: string, { near, zone }: Told): Block[] =>
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
