import { unseal } from "@/lib/core/crypto";
import { type Db, sql } from "@/lib/core/db";
import type { KindTable, Part } from "@/lib/core/kind";
import { listMediaOf } from "@/lib/making/queries";
import { type Entry, type EntryVersion, listEntriesByIds, listWaitingLetters } from "./queries";
import { entryTitle, kindWords } from "./rules";

export const kinds = {
  entry: {
    tables: ["Entry", "EntryVersion"],
    words: { one: "page", many: "pages", title: "From the journal" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam", "companion"],
      answered: true,
      listed: true,
      open: async (db, _patientId, ids) => {
        const media = await listMediaOf(db, ids);
        return (await listEntriesByIds(db, ids)).map((entry) => ({
          ...{ id: entry.id, ref: null, at: entry.at },
          title: entry.title || kindWords(entry.kind),
          what: entry.title ? kindWords(entry.kind) : "Journal",
          parts: partsOf(
            entry,
            media.filter(({ entryId }) => entryId === entry.id),
          ),
        }));
      },
    },
    find: null,
    timeline: {
      from: sql`"Entry" x`,
      at: sql`x."at"`,
      where: sql`x."putAwayAt" is null`,
      look: "words",
      own: true,
      name: async (db, _patientId, things, zone) => {
        const entries = await listEntriesByIds(
          db,
          things.map(({ id }) => id),
        );
        return entries.map((entry) => [entry.id, { title: entryTitle(entry, zone), what: kindWords(entry.kind) }]);
      },
    },
    arrives: null,
    export: { take: takeEntries },
    page: { patient: ({ id }) => `/my/journal/${id}` },
  },
} as const satisfies KindTable;

const partsOf = ({ prompt, text, colour, moods }: Entry, media: Awaited<ReturnType<typeof listMediaOf>>): Part[] => [
  ...(prompt ? [{ part: "line" as const, text: prompt }] : []),
  ...(text ? [{ part: "words" as const, text }] : []),
  ...(colour ? [{ part: "colour" as const, colour }] : []),
  ...media.map((one) => ({ part: "media" as const, media: one })),
  ...(moods.length > 0 ? [{ part: "line" as const, text: moods.join(", ") }] : []),
];

const batch = 100;

/** The journal in the order in which it was begun, put-away pages among it, each with its earlier versions; of letters that wait, their days. */
async function takeEntries(db: Db, patientId: string, after?: string) {
  const rows = await db.entry.findMany({
    where: { patientId, id: after ? { gt: after } : undefined },
    select: { id: true },
    orderBy: { id: "asc" },
    take: batch,
  });
  const ids = rows.map(({ id }) => id);
  const versions = await listVersions(db, ids);
  const entries = (await listEntriesByIds(db, ids)).map(
    ({ id, kind, title, text, moods, prompt, colour, at, savedAt, putAwayAt }) => ({
      ...{ id, kind, title, text, moods, prompt, colour, at, savedAt, putAway: Boolean(putAwayAt) },
      versions: versions.get(id) ?? [],
    }),
  );
  const waiting = after ? [] : await listWaitingLetters(db);
  const waitingLetters = waiting.map(({ at, sealedUntil }) => ({ at, sealedUntil }));
  return { found: { entries, waitingLetters }, last: rows.length === batch ? ids.at(-1) : undefined };
}

async function listVersions(db: Db, entryIds: string[]) {
  const rows = await db.entryVersion.findMany({
    where: { entryId: { in: entryIds } },
    select: { id: true, entryId: true, number: true, savedAt: true, sealed: true },
    orderBy: [{ entryId: "asc" }, { number: "asc" }],
  });
  const all = new Map<string, EntryVersion[]>();
  for (const { id, entryId, sealed, ...row } of rows) {
    const version = { ...row, ...JSON.parse(await unseal(db, id, sealed)) };
    all.set(entryId, [...(all.get(entryId) ?? []), version]);
  }
  return all;
}
