import { unseal } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/db";
import type { KindTable } from "@/lib/core/kind";
import { listThreads, openThreads } from "./queries";
import { placesWords, threadKinds } from "./rules";

export const kinds = {
  thread: {
    tables: ["Thread", "ThreadPlace", "EntryLink"],
    words: { one: "thread", many: "threads", title: "A thread" },
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
    find: async (db, patientId, matches) =>
      (await listThreads(db, patientId))
        .filter(({ name }) => matches(name))
        .map(({ id, name }) => ({ id, ref: null, title: name })),
    timeline: null,
    arrives: null,
    export: { take: takeThreads },
    page: { patient: ({ id }) => `/my/threads/${id}` },
  },
} as const satisfies KindTable;

/** What recurs, each with the pages where it shows, and the pages that were laid side by side. Letters that wait are not there. */
async function takeThreads(db: Db, patientId: string) {
  const rows = await db.thread.findMany({
    where: { patientId },
    select: {
      ...{ id: true, kind: true, nameSealed: true },
      places: {
        where: { removedAt: null, entry: { patientId } },
        select: { entryId: true },
        orderBy: { addedAt: "asc" },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const threads = [];
  for (const { id, kind, nameSealed, places } of rows) {
    threads.push({ id, kind, name: await unseal(db, id, nameSealed), entries: places.map(({ entryId }) => entryId) });
  }
  const links = await db.$queryRaw<{ aId: string; bId: string }[]>`
    select l."aId", l."bId" from "EntryLink" l join "Entry" a on a."id" = l."aId" join "Entry" b on b."id" = l."bId"
    where l."patientId" = ${patientId}::uuid and l."removedAt" is null order by l."id"`;
  return { found: { threads: threads.filter(({ entries }) => entries.length > 0), links } };
}
