import type { KindTable } from "@/lib/core/kind";
import { openThreads } from "./queries";
import { placesWords, threadKinds } from "./rules";

export const kinds = {
  thread: {
    tables: ["Thread", "ThreadPlace", "EntryLink"],
    words: { one: "a thread", many: "threads", title: "A thread" },
    seenBy: ["patient", "therapist", "companion"],
    shared: {
      with: ["careTeam", "companion"],
      answered: true,
      listed: true,
      open: async (db, _patientId, ids) =>
        (await openThreads(db, ids)).map(({ id, kind, name, createdAt, _count }) => ({
          ...{ id, ref: null, title: name, what: `Thread, ${threadKinds[kind].one.toLowerCase()}`, at: createdAt },
          parts: [
            {
              part: "line",
              text:
                _count.places > 0
                  ? `It shows in ${placesWords(_count.places)} that you can read.`
                  : "It shows in pages of their own.",
            },
          ],
        })),
    },
    page: { patient: ({ id }) => `/my/threads/${id}` },
  },
} as const satisfies KindTable;
