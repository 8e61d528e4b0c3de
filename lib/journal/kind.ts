import type { KindTable, Part } from "@/lib/core/kind";
import { listMediaOf } from "@/lib/making/queries";
import { type Entry, listEntriesByIds } from "./queries";
import { kindWords } from "./rules";

export const kinds = {
  entry: {
    tables: ["Entry", "EntryVersion"],
    words: { one: "a page", many: "pages", title: "From the journal" },
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
